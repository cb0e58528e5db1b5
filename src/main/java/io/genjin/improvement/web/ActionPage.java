package io.genjin.improvement.web;

import io.genjin.improvement.ActionList;
import io.genjin.improvement.ImprovementAction;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One improvement action with all that was said.
 *
 * @param works   whether the reader is the responsible and it is under way
 * @param looks   whether it waits for somebody like the reader to look
 * @param assigns whether the reader may name another responsible now
 * @param part    the form that was refused just now, if one was
 */
public record ActionPage(
        ActionList.Story story,
        boolean works,
        boolean looks,
        boolean assigns,
        List<StaffMember> candidates,
        LocalDate today,
        People people,
        String part,
        Fields refused) {

    public ImprovementAction action() {
        return story.action();
    }

    public String here() {
        return "/improvement/actions/" + action().id();
    }

    public boolean isLate() {
        return action().isOverdue(today);
    }

    /** What was typed into a form of the page and refused; empty for the others. */
    public Fields form(String name) {
        return name.equals(part) ? refused : Fields.empty();
    }

    public Map<String, String> people(ImprovementAction action) {
        Map<String, String> options = new LinkedHashMap<>();
        candidates.stream()
                .filter(one -> !one.id().equals(action.plan().responsible()))
                .forEach(one -> options.put(one.username(), one.name()));
        return options;
    }
}
