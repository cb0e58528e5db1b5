package io.genjin.hlist;

import io.genjin.shared.Grade;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's week came to, and the journal entry that made it so.
 *
 * <p>An order counts when it stands at the end: cancelled within the week it is none, and a lost customer who came back within
 * the week is not lost. Anything that brings the customer nearer to buying is a step on: a visit, an appointment, a test drive,
 * or a grade that is hotter at the end of the week's changes than before them.
 */
public record Verdict(WeekResult result, @Nullable UUID entry) {

    /** Nothing happened. */
    static final Verdict NOTHING = new Verdict(WeekResult.SLIPPED, null);

    private static final Set<String> STEPS = Set.of("VISIT_RECORDED", "TEST_DRIVEN");

    /** @param week what happened in the week since the customer was listed, in that order */
    static Verdict of(List<Happening> week) {
        Happening order = null;
        Happening defeat = null;
        Happening step = null;
        Grade gradeBefore = null;
        Happening regraded = null;
        for (Happening one : week) {
            switch (one.kind()) {
                case "ORDERED" -> order = one;
                case "ORDER_CANCELLED" -> order = null;
                case "DEFEATED" -> defeat = one;
                case "REACTIVATED", "WOKEN" -> defeat = null;
                case "GRADE_CHANGED" -> {
                    gradeBefore = gradeBefore == null ? one.before() : gradeBefore;
                    regraded = one;
                }
                default -> step = STEPS.contains(one.kind()) || one.appointment() ? one : step;
            }
        }
        if (order != null) {
            return new Verdict(WeekResult.ORDERED, order.entry());
        }
        if (defeat != null) {
            return new Verdict(WeekResult.DEFEATED, defeat.entry());
        }
        if (step != null) {
            return new Verdict(WeekResult.MOVED_ON, step.entry());
        }
        return regraded != null && isHotter(regraded.after(), gradeBefore)
                ? new Verdict(WeekResult.MOVED_ON, regraded.entry())
                : NOTHING;
    }

    private static boolean isHotter(@Nullable Grade after, @Nullable Grade before) {
        return after != null && before != null && after.isAbove(before);
    }
}
