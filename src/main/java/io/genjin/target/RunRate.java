package io.genjin.target;

import io.genjin.dealership.OpeningCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a month runs, day by day: what has come together, where the target says one should be, and where the pace so far leads. Closed days
 * move neither target nor forecast.
 */
public record RunRate(List<Day> days) {

    /**
     * @param actual   everything until then; nothing of days to come
     * @param target   the target's part for the selling days until then; nothing without one
     * @param forecast from the last counted day on; nothing before it, and nothing when the month is over
     */
    public record Day(
            LocalDate day,
            @Nullable Long actual,
            @Nullable BigDecimal target,
            @Nullable BigDecimal forecast) {}

    public RunRate {
        days = List.copyOf(days);
    }

    /**
     * @param counts what each day brought; a day that is missing brought nothing
     * @param asOf   the last day that is counted; nothing while the month has not begun
     */
    static RunRate of(
            YearMonth month,
            OpeningCalendar calendar,
            Map<LocalDate, Long> counts,
            @Nullable Integer target,
            @Nullable LocalDate asOf) {
        LocalDate first = month.atDay(1);
        LocalDate end = month.atEndOfMonth();
        int selling = calendar.openDays(first, end);
        int elapsed = asOf == null ? 0 : calendar.openDays(first, asOf);
        long sum = asOf == null
                ? 0
                : counts.entrySet().stream()
                        .filter(one -> !one.getKey().isAfter(asOf))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
        long until = 0;
        List<Day> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(end); day = day.plusDays(1)) {
            until += counts.getOrDefault(day, 0L);
            int open = calendar.openDays(first, day);
            boolean counted = asOf != null && !day.isAfter(asOf);
            boolean ahead = asOf != null && asOf.isBefore(end) && !day.isBefore(asOf) && elapsed > 0;
            days.add(new Day(
                    day,
                    counted ? (Long) until : null,
                    target == null || selling == 0 ? null : part((long) target * open, selling),
                    ahead ? part(sum * open, elapsed) : null));
        }
        return new RunRate(days);
    }

    private static BigDecimal part(long part, int whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
