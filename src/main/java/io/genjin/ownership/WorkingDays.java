package io.genjin.ownership;

import java.time.LocalDate;
import java.util.function.Predicate;

/** Counts the days on which a dealership is open; showrooms sell at week-ends, so only its own closed days are left out. */
final class WorkingDays {

    /** Nobody is closed for longer than a year. */
    private static final int LONGEST = 400;

    private WorkingDays() {}

    /** The {@code count}-th open day after {@code day}. */
    static LocalDate after(LocalDate day, int count, Predicate<LocalDate> closed) {
        LocalDate found = day;
        int left = count;
        for (int tried = 0; left > 0 && tried < LONGEST; tried++) {
            found = found.plusDays(1);
            if (!closed.test(found)) {
                left--;
            }
        }
        return found;
    }
}
