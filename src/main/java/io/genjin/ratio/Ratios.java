package io.genjin.ratio;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.report.Figure;
import io.genjin.report.FigureSums;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ratios of 4.7 for any days, person by person. Both numbers of a ratio are counts of the very rows that
 * {@link RatioMembers} opens. Days to come count nothing; who may see whose is for the caller to decide.
 */
@Component
public class Ratios {

    /**
     * The ratios of one person; of the whole dealership when there is no person, and that line comes first. What nobody can tell
     * is missing: what stands today of another day, what an older version did not write down, what no module knows yet.
     */
    public record Line(@Nullable StaffId person, Map<Ratio, Fraction> values) {

        public @Nullable Fraction of(Ratio ratio) {
            return values.get(ratio);
        }
    }

    /** Of which period and person, or of the dealership, a number is. */
    private record Key(int period, @Nullable UUID person) {}

    /** How many customers and how many rows a part has. */
    private record Count(long customers, long rows) {}

    /** What was counted, until it is divided. */
    private record Counts(
            Map<Key, Map<String, Count>> parts,
            Map<Key, Map<Figure, Long>> figures,
            Map<Key, Map<Ratio, long[]>> owned,
            Set<Key> withoutRhythm) {}

    private final JdbcClient jdbc;
    private final FigureSums figures;
    private final Standings standings;
    private final List<RatioSource> sources;
    private final Dealerships dealerships;
    private final Clock clock;

    Ratios(
            JdbcClient jdbc,
            FigureSums figures,
            Standings standings,
            List<RatioSource> sources,
            Dealerships dealerships,
            Clock clock) {
        this.jdbc = jdbc;
        this.figures = figures;
        this.standings = standings;
        this.sources = sources;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /** All ratios of these days. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Line> of(LocalDate from, LocalDate until, DealershipId dealership) {
        return of(List.of(new Days(from, until)), EnumSet.allOf(Ratio.class), dealership)
                .get(0);
    }

    /** Some ratios of several periods, in the order of the periods. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<List<Line>> of(List<Days> periods, Collection<Ratio> wanted, DealershipId id) {
        Dealership dealership = dealerships.get(id);
        Instant now = clock.instant();
        LocalDate today = dealership.dayOf(now);
        Counts counts = new Counts(
                parts(periods, wanted, dealership, now),
                figures(periods, wanted, today, id),
                owned(periods, wanted, today, id),
                withoutRhythm(periods, wanted, id));
        Set<Ratio> told = sources.stream()
                .flatMap(source -> source.ratios().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Ratio.class)));
        List<List<Line>> all = new ArrayList<>();
        for (int place = 0; place < periods.size(); place++) {
            int period = place;
            boolean isNow = periods.get(place).contains(today)
                    && !periods.get(place).until().isAfter(today);
            List<Ratio> known = wanted.stream()
                    .filter(ratio -> !ratio.isOfTodayOnly() || isNow)
                    .filter(ratio -> told.contains(ratio)
                            || Arrays.stream(Side.values())
                                    .noneMatch(side -> ratio.counted(side) instanceof Counted.Owned))
                    .toList();
            List<Line> lines = new ArrayList<>();
            lines.add(line(new Key(period, null), known, counts));
            people(period, counts).forEach(person -> lines.add(line(new Key(period, person), known, counts)));
            all.add(lines);
        }
        return all;
    }

    /** An older version did not write down whether contacts met a demand; where there are such, K03b cannot be told. */
    private Set<Key> withoutRhythm(List<Days> periods, Collection<Ratio> wanted, DealershipId id) {
        Set<Key> untold = new HashSet<>();
        if (wanted.contains(Ratio.K03B)) {
            LocalDate last = periods.stream()
                    .map(Days::until)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            for (FigureSums.Untold one : figures.untold(first(periods), last, Figure.K03B, id)) {
                for (int place = 0; place < periods.size(); place++) {
                    if (periods.get(place).contains(one.day())) {
                        untold.add(new Key(place, null));
                        if (one.person() != null) {
                            untold.add(new Key(place, one.person().value()));
                        }
                    }
                }
            }
        }
        return untold;
    }

    private static Set<UUID> people(int period, Counts counts) {
        Set<UUID> people = new TreeSet<>(Comparator.comparing(UUID::toString));
        for (Set<Key> keys : List.of(
                counts.parts().keySet(),
                counts.figures().keySet(),
                counts.owned().keySet())) {
            keys.stream()
                    .filter(key -> key.period() == period)
                    .map(Key::person)
                    .filter(Objects::nonNull)
                    .forEach(people::add);
        }
        return people;
    }

    private static Line line(Key key, List<Ratio> known, Counts counts) {
        Map<Ratio, Fraction> values = new EnumMap<>(Ratio.class);
        for (Ratio ratio : known) {
            if (ratio != Ratio.K03B || !counts.withoutRhythm().contains(key)) {
                values.put(
                        ratio, new Fraction(side(key, ratio, Side.top, counts), side(key, ratio, Side.bottom, counts)));
            }
        }
        return new Line(key.person() == null ? null : new StaffId(key.person()), values);
    }

    private static long side(Key key, Ratio ratio, Side side, Counts counts) {
        Counted counted = ratio.counted(side);
        if (counted instanceof Counted.Figures sum) {
            Map<Figure, Long> own = counts.figures().getOrDefault(key, Map.of());
            return sum.figures().stream()
                    .mapToLong(figure -> own.getOrDefault(figure, 0L))
                    .sum();
        }
        if (counted instanceof Counted.Parts parts) {
            Map<String, Count> own = counts.parts().getOrDefault(key, Map.of());
            return parts.parts().stream()
                    .map(part -> own.getOrDefault(part, new Count(0, 0)))
                    .mapToLong(count -> parts.times() ? count.rows() : count.customers())
                    .sum();
        }
        return counts.owned().getOrDefault(key, Map.of()).getOrDefault(ratio, new long[2])[side.ordinal()];
    }

    private Map<Key, Map<String, Count>> parts(
            List<Days> periods, Collection<Ratio> wanted, Dealership dealership, Instant now) {
        Map<Key, Map<String, Count>> counted = new HashMap<>();
        Set<String> parts = wanted.stream()
                .flatMap(ratio -> Arrays.stream(Side.values()).map(ratio::counted))
                .flatMap(side -> side.read().stream())
                .collect(Collectors.toSet());
        if (parts.isEmpty()) {
            return counted;
        }
        jdbc.sql(RatioRows.with(standings.relation(dealership.id()), parts) + """
                        , every_row as materialized (
                        select no, part, person_id, customer_id, count(*) as rows_counted
                          from ratio_row
                         group by no, part, person_id, customer_id
                        )
                        select no, part, person_id, false as of_all, count(*) as customers, sum(rows_counted) as rows_counted
                          from every_row
                         where person_id is not null
                         group by no, part, person_id
                         union all
                        select no, part, null, true, count(*), sum(rows_counted)
                          from (select no, part, customer_id, sum(rows_counted) as rows_counted
                                  from every_row
                                 group by no, part, customer_id) one
                         group by no, part
                        """)
                .params(RatioRows.params(periods, parts, dealership, now))
                .query(row -> {
                    counted.computeIfAbsent(
                                    new Key(row.getInt("no") - 1, row.getObject("person_id", UUID.class)),
                                    none -> new HashMap<>())
                            .put(
                                    row.getString("part"),
                                    new Count(row.getLong("customers"), row.getLong("rows_counted")));
                });
        return counted;
    }

    /** Whole months are read at once; what is kept of days makes both quick. */
    private Map<Key, Map<Figure, Long>> figures(
            List<Days> periods, Collection<Ratio> wanted, LocalDate today, DealershipId id) {
        Map<Key, Map<Figure, Long>> counted = new HashMap<>();
        Set<Figure> asked = wanted.stream()
                .flatMap(ratio -> Arrays.stream(Side.values()).map(ratio::counted))
                .filter(Counted.Figures.class::isInstance)
                .flatMap(side -> ((Counted.Figures) side).figures().stream())
                .collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return counted;
        }
        Map<YearMonth, List<Integer>> months = new HashMap<>();
        for (int place = 0; place < periods.size(); place++) {
            Days days = periods.get(place);
            if (days.isMonth() && periods.size() > 1) {
                months.computeIfAbsent(YearMonth.from(days.from()), none -> new ArrayList<>())
                        .add(place);
            } else {
                for (FigureSums.PersonCount one : figures.between(days.from(), days.until(), asked, id)) {
                    add(counted, place, one.person(), one.figure(), one.count());
                }
            }
        }
        if (!months.isEmpty()) {
            YearMonth first =
                    months.keySet().stream().min(Comparator.naturalOrder()).orElseThrow();
            YearMonth last =
                    months.keySet().stream().max(Comparator.naturalOrder()).orElseThrow();
            LocalDate until = last.atEndOfMonth().isAfter(today) ? today : last.atEndOfMonth();
            for (FigureSums.MonthCount one : figures.months(first, until, asked, id)) {
                months.getOrDefault(one.month(), List.of())
                        .forEach(place -> add(counted, place, one.person(), one.figure(), one.count()));
            }
        }
        return counted;
    }

    private static void add(
            Map<Key, Map<Figure, Long>> counted, int period, @Nullable StaffId person, Figure figure, long count) {
        counted.computeIfAbsent(new Key(period, null), none -> new EnumMap<>(Figure.class))
                .merge(figure, count, Long::sum);
        if (person != null) {
            counted.computeIfAbsent(new Key(period, person.value()), none -> new EnumMap<>(Figure.class))
                    .merge(figure, count, Long::sum);
        }
    }

    private Map<Key, Map<Ratio, long[]>> owned(
            List<Days> periods, Collection<Ratio> wanted, LocalDate today, DealershipId id) {
        Map<Key, Map<Ratio, long[]>> counted = new HashMap<>();
        for (RatioSource source : sources) {
            if (source.ratios().stream().noneMatch(wanted::contains)) {
                continue;
            }
            for (RatioSource.Row row : source.rows(first(periods), last(periods, today), id)) {
                for (int place = 0; place < periods.size(); place++) {
                    if (isIn(row, periods.get(place))) {
                        add(counted, new Key(place, null), row);
                        if (row.person() != null) {
                            add(counted, new Key(place, row.person().value()), row);
                        }
                    }
                }
            }
        }
        return counted;
    }

    /** What is asked of the modules that own a ratio: until the end of the month, for what is told of months. */
    static LocalDate last(List<Days> periods, LocalDate today) {
        LocalDate last =
                periods.stream().map(Days::until).max(Comparator.naturalOrder()).orElseThrow();
        return YearMonth.from(last.isAfter(today) ? today : last).atEndOfMonth();
    }

    static LocalDate first(List<Days> periods) {
        return periods.stream().map(Days::from).min(Comparator.naturalOrder()).orElseThrow();
    }

    static boolean isIn(RatioSource.Row row, Days days) {
        return row.ratio().basis() == Ratio.Basis.STOCK
                ? row.day().equals(YearMonth.from(days.until()).atEndOfMonth())
                : days.contains(row.day());
    }

    private static void add(Map<Key, Map<Ratio, long[]>> counted, Key key, RatioSource.Row row) {
        long[] sides = counted.computeIfAbsent(key, none -> new EnumMap<>(Ratio.class))
                .computeIfAbsent(row.ratio(), none -> new long[Side.values().length]);
        for (Side side : Side.values()) {
            if (row.counts(side)) {
                sides[side.ordinal()] += row.weight();
            }
        }
    }
}
