package io.genjin.defeat.web;

import io.genjin.defeat.DefeatOutcome;
import io.genjin.defeat.DefeatReason;
import io.genjin.defeat.Loss;
import io.genjin.defeat.StageReached;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What forms and systems say of a lost customer (3.9). */
record LossForm(
        @Nullable DefeatOutcome outcome,
        @Nullable Set<DefeatReason> reasons,
        @Nullable String competitorBrand,
        @Nullable String competitorModel,
        @Nullable BigDecimal competitorPrice,
        @Nullable String competitorDealer,
        @Nullable StageReached stageReached,
        @Nullable Boolean couldSave,
        @Nullable String rescueAction) {

    Loss loss() {
        return new Loss(
                outcome,
                reasons == null ? Set.of() : reasons,
                competitorBrand,
                competitorModel,
                competitorPrice,
                competitorDealer,
                stageReached,
                Boolean.TRUE.equals(couldSave),
                rescueAction);
    }
}
