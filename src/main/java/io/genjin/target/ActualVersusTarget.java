package io.genjin.target;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.OpeningCalendar;
import io.genjin.report.Figure;
import io.genjin.report.FigureMembers;
import io.genjin.report.FigureSums;
import io.genjin.report.FirstEntries;
import io.genjin.shared.FieldsRefused;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Actual versus target (实际与目标对比, 4.4): each consultant and the dealership, the five targets, a month. A consultant sees their
 * own, managers everybody's and the dealership's.
 */
@Component
public class ActualVersusTarget {

    /** How one person stands; the dealership when there is no person. */
    public record Row(@Nullable StaffMember consultant, Map<Metric, Standing> standings) {

        public Standing of(Metric metric) {
            return Objects.requireNonNull(standings.get(metric));
        }
    }

    /**
     * @param asOf the last day that is counted: today, or the end of a month that is over; nothing while it has not begun
     * @param rows the dealership first when the reader may see all
     * @param begun      the dealership's first day here when it lies in or after the month: no selling day was before it
     * @param year       the dealership against its annual targets, until {@code asOf}; nothing for a consultant
     * @param yearBegins the day from which these count
     */
    public record Comparison(
            YearMonth month,
            @Nullable LocalDate asOf,
            SellingDays days,
            @Nullable LocalDate begun,
            List<Row> rows,
            @Nullable Row year,
            LocalDate yearBegins) {

        /** Whether all of the month lies before the dealership's first day here. */
        public boolean isBefore() {
            return begun != null && begun.isAfter(month.atEndOfMonth());
        }
    }

    private final Targets targets;
    private final Spreads spreads;
    private final FirstEntries firstEntries;
    private final FigureSums sums;
    private final FigureMembers members;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final ClosedDays closedDays;
    private final Clock clock;

    ActualVersusTarget(
            Targets targets,
            Spreads spreads,
            FirstEntries firstEntries,
            FigureSums sums,
            FigureMembers members,
            StaffDirectory staff,
            Dealerships dealerships,
            ClosedDays closedDays,
            Clock clock) {
        this.targets = targets;
        this.spreads = spreads;
        this.firstEntries = firstEntries;
        this.sums = sums;
        this.members = members;
        this.staff = staff;
        this.dealerships = dealerships;
        this.closedDays = closedDays;
        this.clock = clock;
    }

    /**
     * The comparison of a month, this month's unless another is named.
     *
     * @throws FieldsRefused naming {@code month}
     */
    @Transactional(readOnly = true)
    public Comparison of(@Nullable YearMonth asked, StaffMember reader) {
        LocalDate today = dealerships.get(reader.dealership()).today(clock);
        YearMonth month = TargetDesk.known(asked, today);
        LocalDate end = month.atEndOfMonth();
        LocalDate until = end.isAfter(today) ? today : end;
        boolean begun = !today.isBefore(month.atDay(1));
        LocalDate first = firstEntries.of(reader.dealership());
        LocalDate late = first != null && first.isAfter(month.atDay(1)) ? first : null;
        OpeningCalendar whole = closedDays.calendar(reader.dealership());
        OpeningCalendar calendar = whole.since(late);
        SellingDays days = SellingDays.of(calendar, month.atDay(1), end, today);
        boolean all = members.seesAll(reader);
        Year year = Year.of(month.getYear());
        LocalDate yearBegins = spreads.begins(reader.dealership(), year);
        List<FigureSums.MonthCount> counts = sums.months(month, until, Metric.figures(), reader.dealership());
        Map<StaffId, Map<Metric, Integer>> set = targets.of(reader.dealership(), month);
        List<Row> rows = new ArrayList<>();
        if (!all) {
            rows.add(row(reader, set, counts, days));
            return new Comparison(month, begun ? until : null, days, late, rows, null, yearBegins);
        }
        rows.add(new Row(null, standings(sums(set), count -> true, counts, days)));
        staff.all(reader.dealership()).stream()
                .filter(member -> member.active() && member.is(Role.SALES_CONSULTANT)
                        || set.containsKey(member.id())
                        || counts.stream()
                                .anyMatch(count ->
                                        count.count() > 0 && member.id().equals(count.person())))
                .forEach(member -> rows.add(row(member, set, counts, days)));
        SellingDays ofYear = SellingDays.of(
                whole.since(yearBegins), year.atDay(1), year.atDay(year.length()), end.isBefore(today) ? end : today);
        Row annual = new Row(
                null,
                standings(
                        targets.of(reader.dealership(), year),
                        count -> true,
                        sums.between(yearBegins, until, Metric.figures(), reader.dealership()).stream()
                                .map(count ->
                                        new FigureSums.MonthCount(month, count.person(), count.figure(), count.count()))
                                .toList(),
                        ofYear));
        return new Comparison(month, begun ? until : null, days, late, rows, annual, yearBegins);
    }

    private static Row row(
            StaffMember member,
            Map<StaffId, Map<Metric, Integer>> set,
            List<FigureSums.MonthCount> counts,
            SellingDays days) {
        return new Row(
                member,
                standings(
                        set.getOrDefault(member.id(), Map.of()),
                        count -> member.id().equals(count.person()),
                        counts,
                        days));
    }

    private static Map<Metric, Integer> sums(Map<StaffId, Map<Metric, Integer>> set) {
        Map<Metric, Integer> sums = new EnumMap<>(Metric.class);
        set.values().forEach(ofOne -> ofOne.forEach((metric, target) -> sums.merge(metric, target, Integer::sum)));
        return sums;
    }

    private static Map<Metric, Standing> standings(
            Map<Metric, Integer> targets,
            java.util.function.Predicate<FigureSums.MonthCount> whose,
            List<FigureSums.MonthCount> counts,
            SellingDays days) {
        Map<Metric, Standing> standings = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            Figure figure = metric.figure();
            long actual = counts.stream()
                    .filter(count -> count.figure() == figure && whose.test(count))
                    .mapToLong(FigureSums.MonthCount::count)
                    .sum();
            standings.put(metric, new Standing(targets.get(metric), actual, days));
        }
        return standings;
    }
}
