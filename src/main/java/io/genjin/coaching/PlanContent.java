package io.genjin.coaching;

import io.genjin.staff.StaffId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What manager and consultant agreed in a success plan (BG-MⅢ-09, 3.11).
 *
 * @param chosenBecause why this consultant, from the reports
 * @param rootCause     why it is as it is
 * @param goals         what is to be reached, each measurable
 * @param steps         what is done for it
 * @param followUpOn    the day on which both look at it again
 */
public record PlanContent(
        String chosenBecause,
        @Nullable String strengths,
        String weaknesses,
        String rootCause,
        List<Goal> goals,
        List<Step> steps,
        LocalDate followUpOn) {

    /**
     * Something measurable to be reached; from which figure stands in the plan.
     *
     * @param to a count of seven days, or a percentage of twenty-eight
     * @param by the last of these days
     */
    public record Goal(Yardstick yardstick, int to, LocalDate by) {

        /** Whether a figure is at least what was wanted; nothing where there is nothing to divide by. */
        public @Nullable Boolean isReachedBy(Share value) {
            if (yardstick.isCount()) {
                return value.part() >= to;
            }
            return value.whole() == 0 ? null : (Boolean) (100 * value.part() >= to * value.whole());
        }
    }

    /**
     * Something to be done.
     *
     * @param support who helps
     */
    public record Step(String what, LocalDate by, @Nullable StaffId support) {}

    public PlanContent {
        goals = List.copyOf(goals);
        steps = List.copyOf(steps);
        if (chosenBecause.isBlank() || weaknesses.isBlank() || rootCause.isBlank()) {
            throw new IllegalArgumentException("a plan says why, what is weak, and why that is so");
        }
        if (goals.isEmpty() || steps.isEmpty()) {
            throw new IllegalArgumentException("a plan wants something and does something for it");
        }
    }
}
