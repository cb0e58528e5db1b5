package io.genjin.testdrive;

import io.genjin.prospect.NextStepReason;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the customer said before leaving (试乘试驾评价表, 3.5): scores from 1 to 5, whether they would buy, what they object to, and
 * what comes next. It never changes.
 */
public record Evaluation(
        DriveId drive,
        @Nullable Integer power,
        @Nullable Integer handling,
        @Nullable Integer comfort,
        @Nullable Integer braking,
        @Nullable Integer space,
        @Nullable Integer noise,
        int overall,
        int staffScore,
        WouldBuy wouldBuy,
        @Nullable String objections,
        @Nullable NextStepReason nextReason,
        @Nullable LocalDate nextDate,
        StaffId by,
        Instant at) {

    /** Whether the customer would buy this car. */
    public enum WouldBuy {
        YES,
        PERHAPS,
        NO
    }
}
