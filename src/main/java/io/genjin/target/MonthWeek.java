package io.genjin.target;

import io.genjin.dealership.OpeningCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A week of a month, Monday to Sunday, cut where the month begins and ends (4.4): its part of the target follows its selling days. */
public record MonthWeek(LocalDate first, LocalDate last, SellingDays days) {

    static List<MonthWeek> of(YearMonth month, OpeningCalendar calendar, LocalDate today) {
        List<MonthWeek> weeks = new ArrayList<>();
        LocalDate end = month.atEndOfMonth();
        for (LocalDate first = month.atDay(1); !first.isAfter(end); ) {
            LocalDate sunday = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            LocalDate last = sunday.isAfter(end) ? end : sunday;
            weeks.add(new MonthWeek(first, last, SellingDays.of(calendar, first, last, today)));
            first = last.plusDays(1);
        }
        return weeks;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /**
     * What of a month's target falls on each week. Rounded over the month, so that the shares add up to it exactly.
     *
     * @return nothing for each week when there is no target, or no selling day to share it by
     */
    static List<@Nullable Integer> shares(@Nullable Integer target, List<MonthWeek> weeks) {
        int month = weeks.stream().mapToInt(week -> week.days().days()).sum();
        List<@Nullable Integer> shares = new ArrayList<>();
        int before = 0;
        for (MonthWeek week : weeks) {
            int until = before + week.days().days();
            shares.add(
                    target == null || month == 0
                            ? null
                            : (Integer) (part(target, until, month) - part(target, before, month)));
            before = until;
        }
        return shares;
    }

    private static int part(long target, int days, int month) {
        return BigDecimal.valueOf(target * days)
                .divide(BigDecimal.valueOf(month), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
