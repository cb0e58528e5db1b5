package io.genjin.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One letter that came due: the subscription and the moment name it, so that there is never a second.
 *
 * @param state   whether it waits, has gone, or is given up
 * @param tries   how often it was tried
 * @param tryAt   when it is tried next; of no meaning once it is settled
 * @param outcome of the last try; nothing before the first
 * @param said    the mail server's own words, if it said any
 */
public record Sending(
        SubscriptionId subscription,
        Instant due,
        State state,
        int tries,
        Instant tryAt,
        @Nullable Outcome outcome,
        @Nullable String said,
        @Nullable Instant settledAt) {

    /** Where a letter stands. */
    public enum State {
        OPEN,
        SENT,
        GIVEN_UP
    }
}
