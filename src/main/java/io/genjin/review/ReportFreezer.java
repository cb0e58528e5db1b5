package io.genjin.review;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.OpeningCalendar;
import io.genjin.ratio.History;
import io.genjin.report.Figure;
import io.genjin.report.FigureSums;
import io.genjin.review.FrozenReports.Goal;
import io.genjin.review.FrozenReports.Line;
import io.genjin.review.FrozenReports.Past;
import io.genjin.shared.DealershipId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import io.genjin.target.ActualVersusTarget;
import io.genjin.target.Metric;
import io.genjin.target.SellingDays;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the three reports for a review that is being opened. */
@Component
class ReportFreezer {

    private static final int WEEKS_AVERAGED = 4;
    private static final int WEEKS_OF_A_YEAR = 52;

    /** The counts of one period: of each person, and of all together where there is no person. */
    private record Counts(Map<@Nullable StaffId, Map<Figure, Long>> ofPeople) {

        long of(@Nullable StaffId person, Figure figure) {
            return ofPeople.getOrDefault(person, Map.of()).getOrDefault(figure, 0L);
        }

        boolean areSomething() {
            return ofPeople.getOrDefault(null, Map.of()).values().stream().anyMatch(count -> count > 0);
        }
    }

    private final FigureSums sums;
    private final ActualVersusTarget targets;
    private final History history;
    private final ClosedDays closedDays;
    private final StaffDirectory staff;

    ReportFreezer(
            FigureSums sums, ActualVersusTarget targets, History history, ClosedDays closedDays, StaffDirectory staff) {
        this.sums = sums;
        this.targets = targets;
        this.history = history;
        this.closedDays = closedDays;
        this.staff = staff;
    }

    /** The reports that a review of this week looks back at, as they stand now, all of one snapshot. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    FrozenReports freeze(ReviewWeek week, StaffMember by) {
        DealershipId id = by.dealership();
        ReviewWeek looked = week.before();
        YearMonth month = looked.month();
        LocalDate last = month.atEndOfMonth();
        LocalDate until = looked.sunday().isAfter(last) ? last : looked.sunday();
        Counts ofWeek = of(looked, FrozenReports.FIGURES, id);
        List<Counts> earlier = IntStream.rangeClosed(1, WEEKS_AVERAGED)
                .mapToObj(back -> of(looked.before(back), FrozenReports.COMPARED, id))
                .toList();
        Counts yearBefore = of(looked.before(WEEKS_OF_A_YEAR), FrozenReports.COMPARED, id);
        List<Figure> aimed = Arrays.stream(Metric.values()).map(Metric::figure).toList();
        Counts ofMonth = between(month.atDay(1), until, aimed, id);
        Map<@Nullable StaffId, ActualVersusTarget.Row> set = targets(month, by);
        List<Line> lines = new ArrayList<>();
        lines.add(line(null, ofWeek, earlier, yearBefore, ofMonth, set));
        staff.all(id).stream()
                .filter(member -> member.active() && member.is(Role.SALES_CONSULTANT)
                        || ofWeek.ofPeople().containsKey(member.id())
                        || ofMonth.ofPeople().containsKey(member.id())
                        || hasTarget(set.get(member.id())))
                .map(member -> line(member, ofWeek, earlier, yearBefore, ofMonth, set))
                .forEach(lines::add);
        return new FrozenReports(
                looked.monday(),
                looked.sunday(),
                month.atDay(1),
                until,
                days(month, until, id),
                lines,
                FrozenHistory.of(history.of(until, null, by)));
    }

    private Map<@Nullable StaffId, ActualVersusTarget.Row> targets(YearMonth month, StaffMember by) {
        Map<@Nullable StaffId, ActualVersusTarget.Row> rows = new HashMap<>();
        for (ActualVersusTarget.Row row : targets.of(month, by).rows()) {
            StaffMember consultant = row.consultant();
            rows.put(consultant == null ? null : consultant.id(), row);
        }
        return rows;
    }

    private static boolean hasTarget(ActualVersusTarget.@Nullable Row row) {
        return row != null
                && Arrays.stream(Metric.values())
                        .anyMatch(metric -> row.of(metric).target() != null);
    }

    private SellingDays days(YearMonth month, LocalDate until, DealershipId id) {
        OpeningCalendar calendar = closedDays.calendar(id);
        LocalDate last = month.atEndOfMonth();
        return new SellingDays(
                calendar.openDays(month.atDay(1), last),
                calendar.openDays(month.atDay(1), until),
                until.isBefore(last) ? calendar.openDays(until.plusDays(1), last) : 0);
    }

    private Counts of(ReviewWeek week, List<Figure> figures, DealershipId id) {
        return between(week.monday(), week.sunday(), figures, id);
    }

    private Counts between(LocalDate from, LocalDate until, List<Figure> figures, DealershipId id) {
        Map<@Nullable StaffId, Map<Figure, Long>> counts = new HashMap<>();
        for (FigureSums.PersonCount count : sums.between(from, until, figures, id)) {
            StaffId person = count.person();
            add(counts, null, count);
            if (person != null && count.count() > 0) {
                add(counts, person, count);
            }
        }
        return new Counts(counts);
    }

    private static void add(
            Map<@Nullable StaffId, Map<Figure, Long>> counts, @Nullable StaffId person, FigureSums.PersonCount count) {
        counts.computeIfAbsent(person, who -> new EnumMap<>(Figure.class))
                .merge(count.figure(), count.count(), Long::sum);
    }

    private static Line line(
            @Nullable StaffMember member,
            Counts ofWeek,
            List<Counts> earlier,
            Counts yearBefore,
            Counts ofMonth,
            Map<@Nullable StaffId, ActualVersusTarget.Row> set) {
        StaffId id = member == null ? null : member.id();
        Map<Figure, Long> week = new EnumMap<>(Figure.class);
        FrozenReports.FIGURES.forEach(figure -> week.put(figure, ofWeek.of(id, figure)));
        Map<Figure, Past> past = new EnumMap<>(Figure.class);
        FrozenReports.COMPARED.forEach(figure -> past.put(
                figure,
                new Past(
                        known(earlier.get(0), id, figure),
                        average(earlier, id, figure),
                        known(yearBefore, id, figure))));
        Map<Metric, Goal> goals = new EnumMap<>(Metric.class);
        ActualVersusTarget.Row row = set.get(id);
        for (Metric metric : Metric.values()) {
            Integer target = row == null ? null : row.of(metric).target();
            goals.put(metric, new Goal(target, ofMonth.of(id, metric.figure())));
        }
        return new Line(member == null ? null : Person.of(member), week, goals, past);
    }

    private static @Nullable Long known(Counts counts, @Nullable StaffId id, Figure figure) {
        return counts.areSomething() ? (Long) counts.of(id, figure) : null;
    }

    private static @Nullable BigDecimal average(List<Counts> weeks, @Nullable StaffId id, Figure figure) {
        List<Long> known = weeks.stream()
                .map(week -> known(week, id, figure))
                .filter(Objects::nonNull)
                .toList();
        return known.isEmpty()
                ? null
                : BigDecimal.valueOf(known.stream().mapToLong(Long::longValue).sum())
                        .divide(BigDecimal.valueOf(known.size()), 1, RoundingMode.HALF_UP);
    }
}
