package io.genjin.owner;

import io.genjin.prospect.ProspectId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call that an owner is to get (回访, 3.8).
 *
 * @param dueDate   the day until whose end it is to be made
 * @param tryOn     when it is to be tried next; the day after an attempt that reached nobody
 * @param occasion  why, when it was planned by hand
 * @param attempts  how often somebody tried, the call itself included
 * @param questions version of the questions that were answered; nothing when none were asked
 */
public record Callback(
        UUID id,
        OwnerId owner,
        ProspectId prospect,
        CallbackType type,
        LocalDate dueDate,
        LocalDate tryOn,
        @Nullable String occasion,
        State state,
        int attempts,
        @Nullable Instant doneAt,
        @Nullable LocalDate doneOn,
        @Nullable StaffId doneBy,
        @Nullable Role doneRole,
        @Nullable String said,
        @Nullable Integer satisfaction,
        @Nullable Integer questions,
        Map<String, String> answers) {

    /** Who was tried in vain so often is not called again; the call counts as not made. */
    static final int MOST_ATTEMPTS = 5;

    public Callback {
        answers = Map.copyOf(answers);
    }

    /** How far a call has come. */
    public enum State {
        OPEN,
        DONE,
        /** Tried so often that it is given up. */
        UNREACHED,
        /** The date behind it changed. */
        WITHDRAWN
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public boolean isOverdue(LocalDate today) {
        return isOpen() && dueDate.isBefore(today);
    }

    /** K25: reached by the end of the due day. */
    public boolean isOnTime() {
        return doneOn != null && state == State.DONE && !doneOn.isAfter(dueDate);
    }

    /** Nobody answered: tried again tomorrow, until it has been tried too often. */
    Callback notReached(LocalDate today) {
        int tried = attempts + 1;
        return new Callback(
                id,
                owner,
                prospect,
                type,
                dueDate,
                today.plusDays(1),
                occasion,
                tried < MOST_ATTEMPTS ? State.OPEN : State.UNREACHED,
                tried,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());
    }

    Callback done(
            Instant at,
            LocalDate on,
            StaffId by,
            Role as,
            String words,
            @Nullable Integer score,
            @Nullable Integer asked,
            Map<String, String> answered) {
        return new Callback(
                id,
                owner,
                prospect,
                type,
                dueDate,
                tryOn,
                occasion,
                State.DONE,
                attempts + 1,
                at,
                on,
                by,
                as,
                words,
                score,
                asked,
                answered);
    }
}
