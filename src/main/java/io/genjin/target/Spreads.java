package io.genjin.target;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.OpeningCalendar;
import io.genjin.report.Figure;
import io.genjin.report.FigureSums;
import io.genjin.report.FirstEntries;
import io.genjin.shared.DealershipId;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Over which months a year's targets are spread, and from which day they count (4.2, 4.4). */
@Component
class Spreads {

    private final Targets targets;
    private final FigureSums sums;
    private final FirstEntries firstEntries;
    private final ClosedDays closedDays;

    Spreads(Targets targets, FigureSums sums, FirstEntries firstEntries, ClosedDays closedDays) {
        this.targets = targets;
        this.sums = sums;
        this.firstEntries = firstEntries;
        this.closedDays = closedDays;
    }

    /** The first day that counts for a year: the one that was agreed, else the dealership's own first day if it lies in it. */
    LocalDate begins(DealershipId dealership, Year year) {
        LocalDate agreed = agreed(targets.spreads(dealership, year));
        return agreed == null ? opened(dealership, year) : agreed;
    }

    /** The first day that counts for a year of which nobody said another. */
    LocalDate opened(DealershipId dealership, Year year) {
        return year(firstEntries.of(dealership), year);
    }

    private static @Nullable LocalDate agreed(List<SpreadChange> history) {
        return history.isEmpty() ? null : history.get(history.size() - 1).begins();
    }

    private static LocalDate year(@Nullable LocalDate opened, Year year) {
        LocalDate newYear = year.atDay(1);
        return opened != null && opened.getYear() == year.getValue() ? opened : newYear;
    }

    Spread of(Year year, Map<Metric, Integer> annual, LocalDate today, DealershipId dealership) {
        List<SpreadChange> history = new ArrayList<>(targets.spreads(dealership, year));
        LocalDate opened = firstEntries.of(dealership);
        LocalDate agreed = agreed(history);
        LocalDate begins = agreed == null ? year(opened, year) : agreed;
        OpeningCalendar calendar = closedDays.calendar(dealership);
        OpeningCalendar open = calendar.since(begins);
        List<Integer> weights =
                history.isEmpty() ? null : history.get(history.size() - 1).weights();
        Season season = weights == null ? learnt(year, open, calendar, opened, today, dealership) : Season.set(weights);
        Map<Metric, List<Integer>> months = new EnumMap<>(Metric.class);
        annual.forEach((metric, target) -> months.put(metric, season.months(target)));
        Collections.reverse(history);
        return new Spread(
                season,
                begins,
                agreed,
                IntStream.rangeClosed(1, Season.MONTHS)
                        .mapToObj(month -> YearMonth.of(year.getValue(), month))
                        .map(month -> open.openDays(month.atDay(1), month.atEndOfMonth()))
                        .toList(),
                months,
                history);
    }

    /** From the last complete years before {@code year} in which everything was written down here. */
    private Season learnt(
            Year year,
            OpeningCalendar open,
            OpeningCalendar calendar,
            @Nullable LocalDate opened,
            LocalDate today,
            DealershipId dealership) {
        int last = Math.min(year.getValue(), today.getYear()) - 1;
        List<Integer> years = IntStream.rangeClosed(last - Season.MOST_YEARS + 1, last)
                .filter(past -> opened != null && !Year.of(past).atDay(1).isBefore(opened))
                .boxed()
                .toList();
        Map<LocalDate, Long> sold = new HashMap<>();
        if (!years.isEmpty()) {
            Figure cars = Metric.SOLD.figure();
            sums.days(Year.of(years.get(0)).atDay(1), YearMonth.of(last, 12).atEndOfMonth(), List.of(cars), dealership)
                    .forEach(count -> sold.merge(count.day(), count.count(), Long::sum));
        }
        return Season.learnt(year.getValue(), open, calendar, years, sold);
    }
}
