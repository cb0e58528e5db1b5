package io.genjin.ratio;

import java.time.LocalDate;
import java.time.YearMonth;

/** A stretch of days, both included. */
public record Days(LocalDate from, LocalDate until) {

    public Days {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(from + " to " + until);
        }
    }

    public static Days of(YearMonth month) {
        return new Days(month.atDay(1), month.atEndOfMonth());
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    /** Whether these are the days of one whole month. */
    boolean isMonth() {
        YearMonth month = YearMonth.from(from);
        return from.equals(month.atDay(1)) && until.equals(month.atEndOfMonth());
    }
}
