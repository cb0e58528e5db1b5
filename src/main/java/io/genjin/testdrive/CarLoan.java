package io.genjin.testdrive;

import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A test car that somebody wants for anything but a test drive: applied for at least two days before, and approved by the showroom
 * manager (2.6). The loans of a car are its log of private and other use.
 *
 * @param decision what the manager said to it
 */
public record CarLoan(
        LoanId id,
        CarId car,
        Purpose purpose,
        String note,
        StaffId borrower,
        Instant from,
        Instant to,
        StaffId appliedBy,
        Instant appliedAt,
        Status status,
        @Nullable StaffId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decision,
        @Nullable Integer kmTaken,
        @Nullable Integer kmBack) {

    /** Days between application and loan, at least. */
    public static final int NOTICE_DAYS = 2;

    /** What for. */
    public enum Purpose {
        EVENT,
        MEDIA,
        ERRAND,
        PRIVATE,
        OTHER
    }

    /** How far it is. */
    public enum Status {
        APPLIED,
        APPROVED,
        REFUSED,
        OUT,
        BACK
    }

    /** Whether a loan that begins on {@code first} is applied for in time on {@code today}. */
    static boolean inTime(LocalDate first, LocalDate today) {
        return !first.isBefore(today.plusDays(NOTICE_DAYS));
    }
}
