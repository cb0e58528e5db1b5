package io.genjin.defeat;

import io.genjin.dealership.Frequency;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextStepReason;
import io.genjin.shared.Grade;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a manager decides after analysing why a customer will not be visited again (分析原因,调整跟进人员和频次, state 9).
 *
 * @param owner      sign-in name of another consultant, if one is to follow
 * @param rhythm     a rhythm of the customer's own, if it is to differ from the grade's
 * @param wakeUpDate for a rest, its end
 * @param loss       for a defeat, what is known of it; not needed when the consultant has said it already
 */
public record CauseDecision(
        @Nullable Way way,
        @Nullable String comment,
        @Nullable String owner,
        @Nullable Frequency rhythm,
        @Nullable Grade grade,
        Set<Evidence> evidence,
        @Nullable String gradeReason,
        @Nullable LocalDate nextDate,
        @Nullable NextStepReason nextReason,
        @Nullable String nextNote,
        @Nullable String lateReason,
        @Nullable LocalDate wakeUpDate,
        @Nullable Loss loss) {

    /** Which of the exits of state 9. */
    public enum Way {
        /** Follow again, with another owner, rhythm or grade. */
        FOLLOW,
        /** Rest until a day. */
        DORMANT,
        /** Give up, which another person must approve. */
        DEFEAT
    }

    public CauseDecision {
        evidence = Set.copyOf(evidence);
    }

    boolean adjustsNothing() {
        return (owner == null || owner.isBlank()) && rhythm == null && grade == null;
    }
}
