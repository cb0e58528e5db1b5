package io.genjin.group;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.OpeningCalendar;
import io.genjin.quality.DataQuality;
import io.genjin.quality.Light;
import io.genjin.ratio.Days;
import io.genjin.ratio.Fraction;
import io.genjin.ratio.Ratio;
import io.genjin.ratio.Ratios;
import io.genjin.report.Figure;
import io.genjin.report.FigureSums;
import io.genjin.shared.Moments;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.target.Metric;
import io.genjin.target.TargetSums;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts one dealership's days inside its own tenancy, by the very questions its own reports ask; only sums come out. Whoever calls
 * has entered the dealership.
 */
@Component
class Counting {

    private static final int OWED_DIGITS = 6;

    private final FigureSums figures;
    private final Ratios ratios;
    private final TargetSums targets;
    private final DataQuality quality;
    private final HqTimeliness leads;
    private final StaffDirectory staff;
    private final ClosedDays closedDays;
    private final JdbcClient jdbc;
    private final Clock clock;

    Counting(
            FigureSums figures,
            Ratios ratios,
            TargetSums targets,
            DataQuality quality,
            HqTimeliness leads,
            StaffDirectory staff,
            ClosedDays closedDays,
            JdbcClient jdbc,
            Clock clock) {
        this.figures = figures;
        this.ratios = ratios;
        this.targets = targets;
        this.quality = quality;
        this.leads = leads;
        this.staff = staff;
        this.closedDays = closedDays;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Summary count(Days days, Dealership dealership) {
        LocalDate today = dealership.today(clock);
        int consultants = staff.with(dealership.id(), Role.SALES_CONSULTANT).size();
        LocalDate first = day(
                "select min(happened_on) from journal_entry where dealership_id = :dealership"
                        + " and prospect_id is not null",
                dealership);
        Instant newest = newest(dealership);
        LocalDate last = newest == null ? null : dealership.dayOf(newest);
        if (first == null || days.until().isBefore(first) || days.from().isAfter(today)) {
            return Summary.nothing(consultants, first, last);
        }
        Days counted = days.until().isAfter(today) ? new Days(days.from(), today) : days;
        Map<Measure, Fraction> values = new EnumMap<>(Measure.class);
        Map<Measure, BigDecimal> owed = new EnumMap<>(Measure.class);
        counts(values, counted, consultants, dealership);
        reached(values, owed, days, counted, dealership);
        ratios(values, Measure.allRatios(false), counted, dealership);
        ratios(values, Measure.allRatios(true), new Days(today, today), dealership);
        values.put(Measure.HQ_WAITING, new Fraction(leads.waiting(dealership.id()), consultants));
        if (ChronoUnit.DAYS.between(counted.from(), counted.until()) < DataQuality.LONGEST_DAYS) {
            values.put(Measure.QUALITY, new Fraction(findings(counted, dealership), 0));
        }
        SortedMap<Integer, Integer> minutes = new TreeMap<>(leads.minutes(counted, dealership.id()));
        return new Summary(values, owed, minutes, consultants, first, last);
    }

    private @Nullable LocalDate day(String sql, Dealership dealership) {
        return jdbc.sql(sql)
                .param("dealership", dealership.id().value())
                .query((row, number) -> java.util.Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
    }

    private @Nullable Instant newest(Dealership dealership) {
        return jdbc.sql("""
                        select max(recorded_at) as newest
                          from journal_entry
                         where dealership_id = :dealership
                           and prospect_id is not null
                        """)
                .param("dealership", dealership.id().value())
                .query((row, number) -> java.util.Optional.ofNullable(Moments.readOrNull(row, "newest")))
                .single()
                .orElse(null);
    }

    private void counts(Map<Measure, Fraction> values, Days days, int consultants, Dealership dealership) {
        Map<Figure, Long> sums = new EnumMap<>(Figure.class);
        figures.between(days.from(), days.until(), Measure.allFigures(), dealership.id())
                .forEach(one -> sums.merge(one.figure(), one.count(), Long::sum));
        for (Measure measure : Measure.values()) {
            if (!measure.figures().isEmpty()) {
                long sum = measure.figures().stream()
                        .mapToLong(figure -> sums.getOrDefault(figure, 0L))
                        .sum();
                values.put(measure, new Fraction(sum, consultants));
            }
        }
    }

    /** Targets are of months: they stand beside days that begin with a month and end in it, and nowhere else (O-13). */
    private void reached(
            Map<Measure, Fraction> values,
            Map<Measure, BigDecimal> owed,
            Days days,
            Days counted,
            Dealership dealership) {
        YearMonth month = YearMonth.from(days.from());
        boolean isOfMonth = days.from().equals(month.atDay(1)) && !days.until().isAfter(month.atEndOfMonth());
        Map<Metric, Integer> set = isOfMonth ? targets.of(month, dealership.id()) : Map.of();
        OpeningCalendar calendar = closedDays.calendar(dealership.id());
        int all = calendar.openDays(month.atDay(1), month.atEndOfMonth());
        int elapsed = calendar.openDays(month.atDay(1), counted.until());
        for (Measure measure : Measure.Section.TARGETS.measures()) {
            Fraction actual = values.remove(measure);
            Integer target = measure.metric() == null ? null : set.get(measure.metric());
            if (actual != null) {
                values.put(measure, new Fraction(actual.top(), target == null ? 0 : target));
                if (target != null && all > 0) {
                    owed.put(
                            measure,
                            BigDecimal.valueOf((long) target * elapsed)
                                    .divide(BigDecimal.valueOf(all), OWED_DIGITS, RoundingMode.HALF_UP));
                }
            }
        }
    }

    private void ratios(Map<Measure, Fraction> values, java.util.Set<Ratio> wanted, Days days, Dealership dealership) {
        Map<Ratio, Fraction> told =
                ratios.of(List.of(days), wanted, dealership.id()).get(0).get(0).values();
        boolean now = wanted.contains(Ratio.K05);
        for (Measure measure : Measure.values()) {
            if (measure.ratio() != null && measure.isNow() == now) {
                Fraction fraction = told.get(measure.ratio());
                if (fraction != null) {
                    values.put(measure, measure.isOfTwoSides() ? fraction : new Fraction(fraction.bottom(), 0));
                }
            }
        }
    }

    private long findings(Days days, Dealership dealership) {
        return quality
                .of(days.from(), days.until(), null, Guest.at(dealership))
                .rows()
                .get(0)
                .values()
                .values()
                .stream()
                .filter(value -> value.light() == Light.BAD)
                .count();
    }
}
