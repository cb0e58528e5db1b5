package io.genjin.report;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.report.DayFigures.Count;
import io.genjin.report.DayFigures.Kept;
import io.genjin.report.DayFigures.Period;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many rows figures have in a range of days, person by person: the numbers of every report. A number is the count of the
 * very rows that {@link FigureMembers} opens. Days that have not come yet are not counted; who may see what is for the
 * caller to decide.
 */
@Component
public class FigureSums {

    /** How many rows a figure has, for a person; for nobody where the rows are nobody's. */
    public record PersonCount(@Nullable StaffId person, Figure figure, long count) {}

    /** How many rows a figure has in a month, for a person; for nobody where the rows are nobody's. */
    public record MonthCount(YearMonth month, @Nullable StaffId person, Figure figure, long count) {}

    /** How many rows a figure has on a day, for a person; for nobody where the rows are nobody's. */
    public record DayCount(LocalDate day, @Nullable StaffId person, Figure figure, long count) {}

    /** What a sum is of: a period, by its first day, and a person. */
    private record Key(LocalDate period, @Nullable UUID person) {}

    private final JdbcClient jdbc;
    private final DayFigures kept;
    private final Dealerships dealerships;
    private final Clock clock;

    FigureSums(JdbcClient jdbc, DayFigures kept, Dealerships dealerships, Clock clock) {
        this.jdbc = jdbc;
        this.kept = kept;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * Counts of the whole range; people and figures without rows may be missing.
     *
     * @param figures counts, none that divides and none that stands now
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<PersonCount> between(
            LocalDate from, LocalDate until, Collection<Figure> figures, DealershipId dealership) {
        List<PersonCount> counts = new ArrayList<>();
        counted(from, until, figures, dealership, Period.ALL)
                .forEach((key, parts) -> figures.forEach(
                        figure -> counts.add(new PersonCount(person(key), figure, sum(figure, parts)))));
        return counts;
    }

    /** Counts by calendar month, from the first of {@code first} on. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<MonthCount> months(
            YearMonth first, LocalDate until, Collection<Figure> figures, DealershipId dealership) {
        List<MonthCount> counts = new ArrayList<>();
        counted(first.atDay(1), until, figures, dealership, Period.MONTH)
                .forEach((key, parts) -> figures.forEach(figure -> counts.add(
                        new MonthCount(YearMonth.from(key.period()), person(key), figure, sum(figure, parts)))));
        return counts;
    }

    /** Counts of each day. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<DayCount> days(LocalDate from, LocalDate until, Collection<Figure> figures, DealershipId dealership) {
        List<DayCount> counts = new ArrayList<>();
        counted(from, until, figures, dealership, Period.DAY)
                .forEach((key, parts) -> figures.forEach(
                        figure -> counts.add(new DayCount(key.period(), person(key), figure, sum(figure, parts)))));
        return counts;
    }

    /** A day of which a ratio cannot be told, and for whom; for nobody where the rows are nobody's. */
    public record Untold(LocalDate day, @Nullable StaffId person) {}

    /** The days of which a ratio cannot be told, because an older version did not write down what it is counted by. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Untold> untold(LocalDate from, LocalDate until, Figure ratio, DealershipId dealership) {
        return ratio.unknownBy().isEmpty()
                ? List.of()
                : parts(from, until, ratio.unknownBy(), dealerships.get(dealership), Period.DAY).stream()
                        .filter(count -> count.rows() > 0)
                        .map(count ->
                                new Untold(count.day(), count.person() == null ? null : new StaffId(count.person())))
                        .toList();
    }

    private Map<Key, Map<String, Long>> counted(
            LocalDate from, LocalDate until, Collection<Figure> figures, DealershipId id, Period period) {
        if (figures.stream().anyMatch(figure -> figure.isRatio() || figure.isStock())) {
            throw new IllegalArgumentException("only counts add up: " + figures);
        }
        Map<Key, Map<String, Long>> counted = new LinkedHashMap<>();
        if (!figures.isEmpty()) {
            List<String> parts = figures.stream()
                    .flatMap(figure -> figure.parts().stream())
                    .distinct()
                    .toList();
            parts(from, until, parts, dealerships.get(id), period).forEach(count -> counted.computeIfAbsent(
                            new Key(count.day(), count.person()), none -> new HashMap<>())
                    .merge(count.part(), count.rows(), Long::sum));
        }
        return counted;
    }

    /**
     * Counts of parts: what is kept of the days that are over, and from the journal itself what is not kept, what something was
     * written about since, and what depends on the present. The same part may come more than once.
     */
    List<Count> parts(LocalDate from, LocalDate until, List<String> parts, Dealership dealership, Period period) {
        LocalDate today = dealership.today(clock);
        LocalDate last = until.isAfter(today) ? today : until;
        if (last.isBefore(from)) {
            return List.of();
        }
        Kept days = kept.kept(from, last, dealership);
        List<Count> counts = new ArrayList<>(kept.sums(days, parts, period, dealership.id()));
        DayFigures.stretches(
                        from.datesUntil(last.plusDays(1))
                                .filter(day -> !days.has(day))
                                .toList(),
                        0)
                .forEach(stretch ->
                        kept.counted(stretch, parts, dealership).forEach(count -> counts.add(count.in(period))));
        jdbc.sql("""
                        select day, person_id, part, count(*) as rows_counted
                          from %s
                         where part in (:parts)
                         group by day, person_id, part
                        """.formatted(FigureRows.sql(EnumSet.of(FigureRows.Lasting.STANDING), parts)))
                .params(FigureParams.of(from, last, dealership, clock.instant()))
                .param("parts", parts)
                .query(row -> {
                    counts.add(new Count(
                                    row.getObject("day", LocalDate.class),
                                    row.getObject("person_id", UUID.class),
                                    row.getString("part"),
                                    row.getLong("rows_counted"))
                            .in(period));
                });
        return counts;
    }

    private static @Nullable StaffId person(Key key) {
        return key.person() == null ? null : new StaffId(key.person());
    }

    private static long sum(Figure figure, Map<String, Long> parts) {
        return figure.parts().stream()
                .mapToLong(part -> parts.getOrDefault(part, 0L))
                .sum();
    }
}
