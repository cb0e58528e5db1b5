package io.genjin.coaching.web;

import gg.jte.Content;
import io.genjin.coaching.PlanContent;
import io.genjin.coaching.PlanFigures;
import io.genjin.coaching.SuccessPlan;
import io.genjin.coaching.SuccessPlan.Outcome;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One success plan, on screen or on paper.
 *
 * @param now         what its figures would be of the same days today
 * @param standing    how far each goal is today, or was when it was followed up
 * @param username    of the consultant
 * @param replacesNo  number of the plan it replaces; empty for none
 * @param replacedNo  number of the plan that replaces it; empty for none
 * @param maySign     whether the reader's signature is missing
 * @param mayChange   whether the reader may write it anew
 * @param mayFollowUp whether the reader may look at what came of it now
 * @param part        the form that was refused just now, if one was
 */
public record PlanPage(
        SuccessPlan plan,
        PlanFigures now,
        List<Outcome> standing,
        String username,
        String replacesNo,
        String replacedNo,
        boolean maySign,
        boolean mayChange,
        boolean mayFollowUp,
        boolean mayReplace,
        LocalDate today,
        String part,
        Fields refused,
        People people,
        String dealership,
        @Nullable Content code) {

    public String here() {
        return "/success-plans/" + plan.id();
    }

    public PlanContent content() {
        return plan.content();
    }

    /** What was typed into the refused form; empty for the others. */
    public Fields form(String name) {
        return name.equals(part) ? refused : Fields.empty();
    }

    public boolean isDue() {
        return plan.isDue(today);
    }
}
