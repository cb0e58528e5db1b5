package io.genjin.target;

import io.genjin.dealership.OpeningCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a target could be; the sales manager decides. */
final class Suggestion {

    static final int MONTHS_OF_HISTORY = 3;

    private Suggestion() {}

    /**
     * A consultant's own average of a selling day in the previous three months, for the selling days of {@code month}. Who came
     * later is measured from the first month in which there is anything of theirs.
     *
     * @param history  what they reached, by month
     * @param anything the months in which they did anything that counts for any of the five
     * @return nothing when there is no history
     */
    static @Nullable Integer ownAverage(
            Map<YearMonth, Long> history,
            java.util.Set<YearMonth> anything,
            OpeningCalendar calendar,
            YearMonth month) {
        long reached = 0;
        int days = 0;
        boolean here = false;
        for (YearMonth past = month.minusMonths(MONTHS_OF_HISTORY); past.isBefore(month); past = past.plusMonths(1)) {
            here = here || anything.contains(past);
            if (here) {
                reached += history.getOrDefault(past, 0L);
                days += calendar.openDays(past.atDay(1), past.atEndOfMonth());
            }
        }
        if (days == 0) {
            return null;
        }
        int coming = calendar.openDays(month.atDay(1), month.atEndOfMonth());
        return BigDecimal.valueOf(reached * coming)
                .divide(BigDecimal.valueOf(days), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    /**
     * What a consultant reached in the same month of last year, for the selling days of this one: season is in it, their growth is not.
     *
     * @param anything whether they did anything in it that counts for any of the five
     * @return nothing when they were not here
     */
    static @Nullable Integer ofLastYear(long reached, boolean anything, OpeningCalendar calendar, YearMonth month) {
        YearMonth lastYear = month.minusYears(1);
        int days = calendar.openDays(lastYear.atDay(1), lastYear.atEndOfMonth());
        if (!anything || days == 0) {
            return null;
        }
        int coming = calendar.openDays(month.atDay(1), month.atEndOfMonth());
        return BigDecimal.valueOf(reached * coming)
                .divide(BigDecimal.valueOf(days), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
