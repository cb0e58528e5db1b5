package io.genjin.coaching;

import java.time.LocalDate;

/** Days without a gap, both included. */
public record Stretch(LocalDate from, LocalDate until) {

    public Stretch {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(from + " to " + until);
        }
    }

    static Stretch of(LocalDate day) {
        return new Stretch(day, day);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
