package io.genjin.coaching.web;

import io.genjin.coaching.Clue;
import io.genjin.coaching.Proposal;
import io.genjin.coaching.Proposals;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffMember;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writing down a one-to-one. */
public record TalkFormPage(Fields form, List<StaffMember> candidates, Proposals.OfWeek week, ClueWords words) {

    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        candidates.forEach(one -> options.put(one.username(), one.name()));
        return options;
    }

    /** What speaks for the consultant who is chosen. */
    public @Nullable Proposal chosen() {
        return week.proposals().stream()
                .filter(one -> one.consultant().username().equals(form.value("consultant")))
                .findFirst()
                .orElse(null);
    }

    public List<Clue> reasons() {
        Proposal chosen = chosen();
        return chosen == null ? List.of() : chosen.reasons();
    }
}
