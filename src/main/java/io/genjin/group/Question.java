package io.genjin.group;

import io.genjin.ratio.Days;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PeriodDay;
import io.genjin.shared.Refusal.Field;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which days of which dealerships are compared.
 *
 * @param region nothing for all
 */
public record Question(Days days, String region) {

    public static final int MOST_DAYS = 366;

    /**
     * The days asked for: until today, and from the first of that month on, unless others are named.
     *
     * @throws FieldsRefused naming {@code from} or {@code until}
     */
    static Question of(@Nullable LocalDate from, @Nullable LocalDate until, @Nullable String region, LocalDate today) {
        LocalDate last = until == null ? today : PeriodDay.of("until", until);
        LocalDate first = from == null ? last.withDayOfMonth(1) : PeriodDay.of("from", from);
        if (last.isAfter(today)) {
            throw new FieldsRefused(Field.of("until", "field.date.report"));
        }
        if (first.isAfter(last)) {
            throw new FieldsRefused(Field.of("until", "field.periodOrder"));
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new FieldsRefused(Field.of("from", "field.period.longest", MOST_DAYS));
        }
        return new Question(new Days(first, last), region == null ? "" : region.strip());
    }

    /** What a change is measured against: the same days of the month before, or as many days before. */
    static Days before(Days days) {
        YearMonth month = YearMonth.from(days.from());
        if (days.from().equals(month.atDay(1)) && !days.until().isAfter(month.atEndOfMonth())) {
            YearMonth earlier = month.minusMonths(1);
            return days.until().equals(month.atEndOfMonth())
                    ? Days.of(earlier)
                    : new Days(
                            earlier.atDay(1),
                            earlier.atDay(Math.min(days.until().getDayOfMonth(), earlier.lengthOfMonth())));
        }
        long length = ChronoUnit.DAYS.between(days.from(), days.until()) + 1;
        return new Days(days.from().minusDays(length), days.from().minusDays(1));
    }
}
