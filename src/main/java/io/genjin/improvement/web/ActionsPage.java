package io.genjin.improvement.web;

import io.genjin.improvement.ActionList;
import io.genjin.improvement.ActionList.Filter;
import io.genjin.improvement.ImprovementAction;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import java.time.LocalDate;
import java.util.Locale;

/** A part of the improvement actions, and K28 of the month. */
public record ActionsPage(
        ActionList.Question question,
        Page<ImprovementAction> rows,
        ActionList.InTime inTime,
        LocalDate today,
        People people) {

    public String path(Filter filter, boolean mine) {
        return "/improvement/actions?filter=" + filter.name() + (mine ? "&mine=true" : "")
                + (filter == Filter.DUE || filter == Filter.IN_TIME ? "&month=" + inTime.month() : "");
    }

    /** The rows behind a number of K28, whoever they belong to. */
    public String counted(Filter filter) {
        return path(filter, false);
    }

    /** Empty at the end of the list. */
    public String nextPath() {
        return rows.next() == null ? "" : path(question.filter(), question.mine()) + "&cursor=" + rows.next();
    }

    /** {@code 66.7 %}, or the dash where nothing was due. */
    public String ratio() {
        Integer permille = inTime.permille();
        return permille == null ? "–" : String.format(Locale.ROOT, "%.1f %%", permille / 10.0);
    }

    public boolean isLate(ImprovementAction action) {
        return action.isOverdue(today);
    }

    public static String tone(ImprovementAction.Status status) {
        return switch (status) {
            case OPEN, IN_PROGRESS -> "";
            case DONE -> "g-state-warn";
            case VERIFIED -> "g-state-good";
        };
    }
}
