package io.genjin.erasure;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One wish that a customer be erased, asked by one person and decided by another (S-R69). It says nothing of the customer, for it
 * outlives them.
 *
 * @param askedBy nobody when an older backup came back and the customer was erased again
 * @param dueOn   by when the customer must have an answer: fifteen working days after they asked
 * @param rows    out of how many rows something was taken
 */
public record Erasure(
        DealershipId dealership,
        ErasureId id,
        ProspectId prospect,
        Reason reason,
        @Nullable StaffId askedBy,
        Instant askedAt,
        LocalDate dueOn,
        Status status,
        @Nullable Declined declinedFor,
        @Nullable StaffId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Instant doneAt,
        int cases,
        int rows) {

    private static final int WORKING_DAYS = 15;

    /** Why: the cases in which the law wants it (PIPL article 47). */
    public enum Reason {
        CUSTOMER_ASKED,
        CONSENT_WITHDRAWN,
        /** What it was collected for is reached or cannot be reached any more; the retention time is over (S-R70). */
        PURPOSE_ENDED,
        NOT_LAWFUL
    }

    /** How far it is. */
    public enum Status {
        ASKED,
        /** Decided, and not yet done: the next moment does it. */
        CONFIRMED,
        DECLINED,
        DONE
    }

    /** Why not, as the customer is told. */
    public enum Declined {
        KEPT_BY_LAW,
        NOT_THE_CUSTOMER,
        TAKEN_BACK,
        STILL_NEEDED
    }

    static Erasure asked(ProspectId prospect, Reason reason, StaffMember by, LocalDate today, Instant at) {
        return new Erasure(
                by.dealership(),
                ErasureId.next(),
                prospect,
                reason,
                by.id(),
                at,
                workingDaysAfter(today),
                Status.ASKED,
                null,
                null,
                null,
                null,
                0,
                0);
    }

    /** Days from Monday to Friday; a holiday makes the answer due earlier than the law does, never later. */
    private static LocalDate workingDaysAfter(LocalDate day) {
        LocalDate due = day;
        for (int left = WORKING_DAYS; left > 0; ) {
            due = due.plusDays(1);
            if (due.getDayOfWeek() != DayOfWeek.SATURDAY && due.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return due;
    }

    Erasure confirmed(StaffMember by, Instant at) {
        requireAsked();
        if (by.id().equals(askedBy)) {
            throw new OwnErasureConfirmed();
        }
        return decided(Status.CONFIRMED, null, by, at);
    }

    Erasure declined(Declined why, StaffMember by, Instant at) {
        requireAsked();
        return decided(Status.DECLINED, why, by, at);
    }

    private void requireAsked() {
        if (status != Status.ASKED) {
            throw new ErasureDecided();
        }
    }

    private Erasure decided(Status next, @Nullable Declined why, StaffMember by, Instant at) {
        return new Erasure(
                dealership, id, prospect, reason, askedBy, askedAt, dueOn, next, why, by.id(), at, doneAt, cases, rows);
    }

    /** Whether the customer waits for the answer longer than they must. */
    public boolean isLate(LocalDate today) {
        return status == Status.ASKED && today.isAfter(dueOn);
    }
}
