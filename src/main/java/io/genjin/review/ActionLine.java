package io.genjin.review;

import io.genjin.improvement.ActionId;
import io.genjin.improvement.ImprovementAction;
import io.genjin.improvement.ImprovementAction.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An improvement action that is not closed, as a review finds it. It comes back in the minutes of every week until somebody
 * has verified it (R-116, scenario 31).
 *
 * @param openedOn    the day it was opened
 * @param carriedFrom the week of the review that opened it; nothing for one that was opened outside of a review
 */
public record ActionLine(
        ActionId id,
        String defect,
        String measure,
        LocalDate deadline,
        Person responsible,
        Status status,
        boolean overdue,
        Standing standing,
        LocalDate openedOn,
        @Nullable ReviewWeek carriedFrom) {

    /** In which group it is talked about; the first come first. */
    public enum Standing {
        /** The deadline has gone by and nobody has verified it, whatever the responsible says. */
        OVERDUE,
        /** Said to be done; a manager has to look. */
        TO_VERIFY,
        /** Opened before this review, with time left. */
        CARRIED_OVER,
        /** Opened since this review was opened. */
        NEW
    }

    /** The order of the meeting: by group, in it the nearest deadline first. */
    static final Comparator<ActionLine> ORDER = Comparator.comparing((ActionLine line) -> line.standing())
            .thenComparing(ActionLine::deadline)
            .thenComparing(line -> line.id().toString());

    static Standing standing(ImprovementAction action, LocalDate today, Instant reviewOpenedAt) {
        if (action.isOverdue(today)) {
            return Standing.OVERDUE;
        }
        if (action.status() == Status.DONE) {
            return Standing.TO_VERIFY;
        }
        return action.openedAt().isBefore(reviewOpenedAt) ? Standing.CARRIED_OVER : Standing.NEW;
    }
}
