package io.genjin.testdrive;

import io.genjin.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A test drive that was offered and not wanted, with the reason (3.5 refusedReason). */
public record Declined(Reason reason, @Nullable String note, StaffId by, Instant at) {

    /** Why not. */
    public enum Reason {
        NO_TIME,
        NO_LICENCE,
        DRIVEN_BEFORE,
        NO_CAR,
        WEATHER,
        NOT_INTERESTED,
        OTHER
    }
}
