package io.genjin.defeat.web;

import io.genjin.defeat.DefeatOutcome;
import io.genjin.defeat.DefeatReason;
import io.genjin.defeat.ReviewDesk.NotClosed;
import io.genjin.defeat.StageReached;
import io.genjin.prospect.NextStepReason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sheet on which a consultant sums up why there was no deal; with {@code applies} the defeat is asked for at once. */
record ReviewForm(
        @Nullable String summary,
        @Nullable Set<DefeatReason> reasons,
        @Nullable Answer revisit,
        @Nullable LocalDate nextDate,
        @Nullable NextStepReason nextReason,
        @Nullable String nextNote,
        @Nullable String lateReason,
        @Nullable Boolean applies,
        @Nullable DefeatOutcome outcome,
        @Nullable String competitorBrand,
        @Nullable String competitorModel,
        @Nullable BigDecimal competitorPrice,
        @Nullable String competitorDealer,
        @Nullable StageReached stageReached,
        @Nullable Boolean couldSave,
        @Nullable String rescueAction) {

    /** Whether the customer will be visited again. */
    enum Answer {
        YES,
        NO,
        LATER
    }

    NotClosed said() {
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
        return new NotClosed(
                summary,
                reasons == null ? Set.of() : reasons,
                revisit == null || revisit == Answer.LATER ? null : revisit == Answer.YES,
                nextDate,
                nextReason,
                nextNote,
                lateReason,
                revisit == Answer.NO && Boolean.TRUE.equals(applies) ? lost.loss() : null);
    }
}
