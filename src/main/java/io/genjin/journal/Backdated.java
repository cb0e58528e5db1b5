package io.genjin.journal;

import java.time.Duration;
import java.time.Instant;

/**
 * How much later than it happened something was written down (补录). It is marked wherever it is read and never refused: what
 * is told late is still worth more than what is not told.
 */
public enum Backdated {
    /** Within two hours: as people work. */
    PROMPTLY,
    /** More than two hours later, at most a day. */
    LATER,
    /** More than a day later. */
    DAYS_LATER;

    /** After this time it is marked. */
    public static final Duration LATER_AFTER = Duration.ofHours(2);

    public static final Duration DAYS_LATER_AFTER = Duration.ofDays(1);

    public static Backdated of(Instant happenedAt, Instant recordedAt) {
        Duration delay = Duration.between(happenedAt, recordedAt);
        if (delay.compareTo(DAYS_LATER_AFTER) > 0) {
            return DAYS_LATER;
        }
        return delay.compareTo(LATER_AFTER) > 0 ? LATER : PROMPTLY;
    }

    public boolean isMarked() {
        return this != PROMPTLY;
    }
}
