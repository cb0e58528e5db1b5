package io.genjin.dealership;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/**
 * The first day of the Chinese year (春节), by the calendar of GB/T 33661: it moves between 21 January and 21 February, and the quiet
 * days of the trade move with it.
 */
public final class SpringFestival {

    private static final int FIRST_YEAR = 2010;

    /** Of 2010 and each year after it, as month and day. */
    private static final String[] DAYS =
            ("0214 0203 0123 0210 0131 0219 0208 0128 0216 0205 0125 0212 0201 0122 0210 0129 0217 0206 0126 0213 0203 0123 0211 0131 0219 "
                            + "0208 0128 0215 0204 0124 0212 0201 0122 0210 0130 0217 0206 0126 0214 0202 0123 0211 0201 0219 0208 0128 "
                            + "0215 0204 0124 0212 0202")
                    .split(" ");

    /** From the eve to the Lantern Festival (元宵节), the fifteenth day. */
    private static final int LANTERNS = 14;

    private SpringFestival() {}

    /** Nothing of years outside 2010 to 2060. */
    public static Optional<LocalDate> of(int year) {
        int place = year - FIRST_YEAR;
        return place < 0 || place >= DAYS.length
                ? Optional.empty()
                : Optional.of(MonthDay.of(
                                Integer.parseInt(DAYS[place].substring(0, 2)),
                                Integer.parseInt(DAYS[place].substring(2)))
                        .atYear(year));
    }

    /** Whether a day lies between the eve (除夕) and the Lantern Festival, both included: sixteen days. */
    public static boolean contains(LocalDate day) {
        return of(day.getYear())
                .map(first -> !day.isBefore(first.minusDays(1)) && !day.isAfter(first.plusDays(LANTERNS)))
                .orElse(false);
    }
}
