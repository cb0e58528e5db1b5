package io.genjin.owner;

import io.genjin.prospect.ProspectId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An owner is unhappy (2.10, closed loop): one person is responsible and says what was done; somebody else asks the owner again;
 * only the owner's yes, or a manager's word with its reason, closes it.
 *
 * @param callback the call in which it came out; nothing when the owner complained otherwise
 * @param rounds   how often the owner was still unhappy when asked again
 */
public record Complaint(
        UUID id,
        OwnerId owner,
        ProspectId prospect,
        @Nullable UUID callback,
        String text,
        StaffId openedBy,
        Instant openedAt,
        StaffId responsible,
        LocalDate dueDate,
        Status status,
        int rounds,
        @Nullable String answer,
        @Nullable StaffId answeredBy,
        @Nullable Instant answeredAt,
        @Nullable Instant escalatedAt,
        @Nullable Closing closing,
        int version) {

    /** Days for saying what was done, and for asking again. */
    static final int DAYS = 2;

    /** Whose turn it is. */
    public enum Status {
        /** The responsible has to act. */
        OPEN,
        /** Somebody else has to ask the owner. */
        ANSWERED,
        CLOSED
    }

    /** How it ended. */
    public enum How {
        SATISFIED,
        /** A manager decided, with the reason. */
        DECIDED
    }

    /** The end of it. */
    public record Closing(How how, StaffId by, Instant at, String reason) {}

    /** What was done about it at one moment. */
    public record Step(Kind kind, String said, @Nullable StaffId by, Instant at) {

        public enum Kind {
            OPENED,
            ASSIGNED,
            ANSWERED,
            NOT_REACHED,
            NOT_SATISFIED,
            SATISFIED,
            ESCALATED,
            DECIDED
        }
    }

    static Complaint opened(
            UUID id,
            OwnerFile file,
            @Nullable UUID callback,
            String text,
            StaffId by,
            Instant at,
            StaffId responsible,
            LocalDate today) {
        return new Complaint(
                id,
                file.id(),
                file.prospect(),
                callback,
                text,
                by,
                at,
                responsible,
                today.plusDays(DAYS),
                Status.OPEN,
                0,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    public boolean isOpen() {
        return status != Status.CLOSED;
    }

    public boolean isOverdue(LocalDate today) {
        return isOpen() && dueDate.isBefore(today);
    }

    Complaint givenTo(StaffId other) {
        mustBe(Status.OPEN);
        return next(other, dueDate, Status.OPEN, rounds, answer, answeredBy, answeredAt, escalatedAt, null);
    }

    Complaint answered(String done, StaffId by, Instant at, LocalDate today) {
        mustBe(Status.OPEN);
        if (!by.equals(responsible)) {
            throw new NotResponsible();
        }
        return next(responsible, today.plusDays(DAYS), Status.ANSWERED, rounds, done, by, at, null, null);
    }

    /** Asked again and still unhappy: the responsible has another round. */
    Complaint notSatisfied(StaffId by, LocalDate today) {
        mustBeAskedBy(by);
        return next(
                responsible, today.plusDays(DAYS), Status.OPEN, rounds + 1, answer, answeredBy, answeredAt, null, null);
    }

    Complaint satisfied(StaffId by, Instant at, String said) {
        mustBeAskedBy(by);
        Closing end = new Closing(How.SATISFIED, by, at, said);
        return next(responsible, dueDate, Status.CLOSED, rounds, answer, answeredBy, answeredAt, escalatedAt, end);
    }

    void mustBeAskedBy(StaffId by) {
        mustBe(Status.ANSWERED);
        if (by.equals(responsible) || by.equals(answeredBy)) {
            throw new AskedByResponsible();
        }
    }

    Complaint decided(StaffId by, Instant at, String reason) {
        if (!isOpen()) {
            throw new ComplaintNotThere(status);
        }
        if (by.equals(responsible)) {
            throw new AskedByResponsible();
        }
        Closing end = new Closing(How.DECIDED, by, at, reason);
        return next(responsible, dueDate, Status.CLOSED, rounds, answer, answeredBy, answeredAt, escalatedAt, end);
    }

    Complaint escalated(Instant at) {
        return next(responsible, dueDate, status, rounds, answer, answeredBy, answeredAt, at, closing);
    }

    private void mustBe(Status expected) {
        if (status != expected) {
            throw new ComplaintNotThere(status);
        }
    }

    private Complaint next(
            StaffId who,
            LocalDate due,
            Status to,
            int round,
            @Nullable String done,
            @Nullable StaffId doneBy,
            @Nullable Instant doneAt,
            @Nullable Instant raisedAt,
            @Nullable Closing end) {
        return new Complaint(
                id, owner, prospect, callback, text, openedBy, openedAt, who, due, to, round, done, doneBy, doneAt,
                raisedAt, end, version);
    }
}
