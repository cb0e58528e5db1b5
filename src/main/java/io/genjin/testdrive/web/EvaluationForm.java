package io.genjin.testdrive.web;

import io.genjin.prospect.NextStepReason;
import io.genjin.testdrive.DriveDesk;
import io.genjin.testdrive.Evaluation;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the customer said, as it was filled in. */
record EvaluationForm(
        @Nullable Integer power,
        @Nullable Integer handling,
        @Nullable Integer comfort,
        @Nullable Integer braking,
        @Nullable Integer space,
        @Nullable Integer noise,
        @Nullable Integer overall,
        @Nullable Integer staffScore,
        Evaluation.@Nullable WouldBuy wouldBuy,
        @Nullable String objections,
        @Nullable NextStepReason nextReason,
        @Nullable String nextNote,
        @Nullable LocalDate nextDate,
        @Nullable String lateReason) {

    DriveDesk.Said said() {
        Map<String, @Nullable Integer> scores = new LinkedHashMap<>();
        scores.put("power", power);
        scores.put("handling", handling);
        scores.put("comfort", comfort);
        scores.put("braking", braking);
        scores.put("space", space);
        scores.put("noise", noise);
        scores.put("overall", overall);
        return new DriveDesk.Said(scores, staffScore, wouldBuy, objections, nextReason, nextNote, nextDate, lateReason);
    }
}
