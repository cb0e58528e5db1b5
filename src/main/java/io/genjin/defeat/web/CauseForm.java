package io.genjin.defeat.web;

import io.genjin.dealership.Frequency;
import io.genjin.defeat.CauseDecision;
import io.genjin.defeat.DefeatOutcome;
import io.genjin.defeat.DefeatReason;
import io.genjin.defeat.StageReached;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextStepReason;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.Refusal.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sheet of a manager's decision. */
record CauseForm(
        CauseDecision.@Nullable Way decision,
        @Nullable String comment,
        @Nullable String owner,
        @Nullable Integer rhythmTimes,
        @Nullable Integer rhythmDays,
        @Nullable Grade grade,
        @Nullable Set<Evidence> gradeEvidence,
        @Nullable String gradeReason,
        @Nullable LocalDate nextDate,
        @Nullable NextStepReason nextReason,
        @Nullable String nextNote,
        @Nullable String lateReason,
        @Nullable LocalDate wakeUpDate,
        @Nullable DefeatOutcome outcome,
        @Nullable Set<DefeatReason> reasons,
        @Nullable String competitorBrand,
        @Nullable String competitorModel,
        @Nullable BigDecimal competitorPrice,
        @Nullable String competitorDealer,
        @Nullable StageReached stageReached,
        @Nullable Boolean couldSave,
        @Nullable String rescueAction) {

    private static final int LONGEST_RHYTHM = 60;

    CauseDecision said() {
        boolean defeat = decision == CauseDecision.Way.DEFEAT;
        boolean follow = decision == CauseDecision.Way.FOLLOW;
        LossForm lost = new LossForm(
                outcome,
                reasons,
                competitorBrand,
                competitorModel,
                competitorPrice,
                competitorDealer,
                stageReached,
                couldSave,
                rescueAction);
        return new CauseDecision(
                decision,
                comment,
                follow ? owner : null,
                follow ? rhythm() : null,
                follow ? grade : null,
                gradeEvidence == null ? Set.of() : gradeEvidence,
                gradeReason,
                nextDate,
                nextReason,
                nextNote,
                lateReason,
                decision == CauseDecision.Way.DORMANT ? wakeUpDate : null,
                defeat ? lost.loss() : null);
    }

    private @Nullable Frequency rhythm() {
        Integer times = rhythmTimes;
        Integer days = rhythmDays;
        if (times == null && days == null) {
            return null;
        }
        if (times == null || days == null || times < 1 || days < times || days > LONGEST_RHYTHM) {
            throw new FieldsRefused(Field.of("rhythmDays", "field.ownRhythm", LONGEST_RHYTHM));
        }
        return new Frequency(times, days);
    }
}
