package io.genjin.testdrive;

import java.time.Instant;

/** A time for which a car is taken or could be: from its first moment to before its last. */
public record Slot(Instant from, Instant to) {

    public Slot {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a slot ends after it begins");
        }
    }

    public boolean overlaps(Slot other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
