package io.genjin.testdrive;

import io.genjin.picture.PictureId;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One ride or drive of a customer (试乘试驾), from its booking until the car is back.
 *
 * @param slot   for when the car is kept
 * @param walkIn taken at once, without a booking before
 */
public record TestDrive(
        DriveId id,
        DealershipId dealership,
        ProspectId prospect,
        CarId car,
        RouteId route,
        StaffId consultant,
        DriveMode mode,
        Slot slot,
        boolean walkIn,
        Status status,
        @Nullable String note,
        StaffId bookedBy,
        Instant bookedAt,
        @Nullable CancelReason cancelReason,
        @Nullable Out out,
        @Nullable Back back,
        int version) {

    /** Kilometres from start to return, at most. */
    public static final int LONGEST_KM = 300;

    /** How far it is. */
    public enum Status {
        BOOKED,
        AGREED,
        OUT,
        RETURNED,
        CANCELLED;

        public boolean isOpen() {
            return this == BOOKED || this == AGREED;
        }
    }

    /** Why it did not take place. */
    public enum CancelReason {
        CUSTOMER,
        NO_SHOW,
        CAR,
        WEATHER,
        MISTAKE
    }

    /** The start: who, when, at which kilometre. */
    public record Out(StaffId by, Instant at, int km) {}

    /** The return: who, when, at which kilometre, and what was found on the car. */
    public record Back(
            StaffId by,
            Instant at,
            int km,
            @Nullable String damage,
            @Nullable PictureId picture) {}

    /** Whether the car should be back by now. */
    public boolean isOverdue(Instant now) {
        return status == Status.OUT && now.isAfter(slot.to());
    }

    /** Kilometres driven; only of a car that is back. */
    public int km() {
        return Objects.requireNonNull(back).km() - Objects.requireNonNull(out).km();
    }

    /** Minutes from start to return, at least one; only of a car that is back. */
    public long minutes() {
        Duration lasted = Duration.between(
                Objects.requireNonNull(out).at(), Objects.requireNonNull(back).at());
        return Math.max(1, lasted.toMinutes());
    }
}
