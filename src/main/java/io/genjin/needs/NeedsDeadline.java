package io.genjin.needs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By when needs must be analysed: before the first quote, at the latest on the day of the card (2.4).
 *
 * @param dueAt the earlier of both; nothing while nobody has spoken with the customer and nothing was quoted
 */
public record NeedsDeadline(State state, @Nullable Instant dueAt) {

    /** How it stands. */
    public enum State {
        /** Nobody has spoken with the customer yet. */
        WAITING,
        DUE,
        OVERDUE,
        ON_TIME,
        LATE
    }

    /**
     * @param endOfCardDay  end of the day on which the card was opened in a talk, or the customer was first reached
     * @param quotedAt      when the first price was quoted
     * @param analysedAt    when the first needs talk was
     */
    static NeedsDeadline of(
            @Nullable Instant endOfCardDay, @Nullable Instant quotedAt, @Nullable Instant analysedAt, Instant now) {
        Instant due =
                endOfCardDay == null || quotedAt != null && quotedAt.isBefore(endOfCardDay) ? quotedAt : endOfCardDay;
        if (analysedAt != null) {
            return new NeedsDeadline(due != null && analysedAt.isAfter(due) ? State.LATE : State.ON_TIME, due);
        }
        if (due == null) {
            return new NeedsDeadline(State.WAITING, null);
        }
        return new NeedsDeadline(now.isAfter(due) ? State.OVERDUE : State.DUE, due);
    }
}
