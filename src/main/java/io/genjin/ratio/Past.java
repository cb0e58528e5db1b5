package io.genjin.ratio;

import java.time.LocalDate;
import java.time.YearMonth;

/** What these days are measured by (4.5). */
public enum Past {
    /** The same days of the previous month. */
    SAME_DAYS,
    /** The mean of the three months before, for as many selling days as have elapsed. */
    THREE_MONTHS,
    /** The same days a year ago. */
    YEAR_BEFORE,
    /** The best of the twelve months before, for as many selling days as have elapsed. */
    BEST_MONTH;

    /** How many whole months stand behind the running one. */
    static final int MONTHS = 12;

    static final int MEAN_OF = 3;

    /** The days that stand beside those of the month until {@code until}: a whole month beside a whole month. */
    static Days beside(LocalDate until, YearMonth month) {
        boolean whole = until.equals(YearMonth.from(until).atEndOfMonth());
        LocalDate last = month.atEndOfMonth();
        return new Days(
                month.atDay(1),
                whole || until.getDayOfMonth() > last.getDayOfMonth() ? last : month.atDay(until.getDayOfMonth()));
    }
}
