package io.genjin.coaching;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.OpeningCalendar;
import io.genjin.ratio.Days;
import io.genjin.ratio.Fraction;
import io.genjin.ratio.Ratio;
import io.genjin.ratio.Ratios;
import io.genjin.report.Figure;
import io.genjin.report.FigureSums;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import io.genjin.target.ActualVersusTarget;
import io.genjin.target.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what success plans show and their goals are measured by, as the reports count it at that moment. */
@Component
class PlanNumbers {

    private static final int WEEKS_BEFORE = 4;

    private static final Map<Yardstick, Ratio> RATIOS = ratios();

    private static Map<Yardstick, Ratio> ratios() {
        Map<Yardstick, Ratio> ratios = new EnumMap<>(Yardstick.class);
        for (Yardstick one : Yardstick.values()) {
            Ratio ratio = one.ratio();
            if (ratio != null) {
                ratios.put(one, ratio);
            }
        }
        return ratios;
    }

    private final FigureSums sums;
    private final Ratios ratios;
    private final ActualVersusTarget targets;
    private final StaffDirectory staff;
    private final ClosedDays closedDays;

    PlanNumbers(
            FigureSums sums, Ratios ratios, ActualVersusTarget targets, StaffDirectory staff, ClosedDays closedDays) {
        this.sums = sums;
        this.ratios = ratios;
        this.targets = targets;
        this.staff = staff;
        this.closedDays = closedDays;
    }

    /**
     * The figures of a week and of the four weeks that end with it.
     *
     * @param reader somebody who may see the consultant's targets
     */
    PlanFigures of(StaffId consultant, TalkWeek week, StaffMember reader) {
        DealershipId dealership = reader.dealership();
        OpeningCalendar calendar = closedDays.calendar(dealership);
        Presence there = Presence.of(consultant, staff.absences(dealership), calendar);
        Stretch days = new Stretch(week.monday(), week.sunday());
        Stretch before = new Stretch(
                week.monday().minusWeeks(WEEKS_BEFORE), week.monday().minusDays(1));
        Stretch ratioDays = Yardstick.ON_TIME.daysUntil(week.sunday());
        Set<Figure> five = EnumSet.noneOf(Figure.class);
        Arrays.stream(Metric.values()).map(Metric::figure).forEach(five::add);
        Map<Figure, Long> now = counted(days, five, consultant, dealership);
        Map<Figure, Long> then = counted(before, five, consultant, dealership);
        Map<Metric, @Nullable BigDecimal> shares = shares(consultant, days, there, calendar, reader);
        Map<Metric, PlanFigures.Line> lines = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            lines.put(
                    metric,
                    new PlanFigures.Line(
                            shares.get(metric),
                            now.getOrDefault(metric.figure(), 0L),
                            then.getOrDefault(metric.figure(), 0L)));
        }
        return new PlanFigures(
                days,
                there.sellingDays(days.from(), days.until()),
                before,
                there.sellingDays(before.from(), before.until()),
                lines,
                ratioDays,
                ratios(ratioDays, consultant, dealership));
    }

    /** What a goal comes to when its last day is {@code until}. */
    Share value(Yardstick yardstick, StaffId consultant, LocalDate until, DealershipId dealership) {
        Stretch days = yardstick.daysUntil(until);
        Metric metric = yardstick.metric();
        if (metric != null) {
            return new Share(
                    counted(days, Set.of(metric.figure()), consultant, dealership)
                            .getOrDefault(metric.figure(), 0L),
                    0);
        }
        return ratios(days, consultant, dealership).getOrDefault(yardstick, Share.NOTHING);
    }

    private Map<Yardstick, Share> ratios(Stretch days, StaffId consultant, DealershipId dealership) {
        Map<Yardstick, Share> found = new EnumMap<>(Yardstick.class);
        RATIOS.keySet().forEach(one -> found.put(one, Share.NOTHING));
        ratios.of(List.of(new Days(days.from(), days.until())), RATIOS.values(), dealership).get(0).stream()
                .filter(line -> consultant.equals(line.person()))
                .forEach(line -> RATIOS.forEach((yardstick, ratio) -> {
                    Fraction fraction = line.of(ratio);
                    if (fraction != null) {
                        found.put(yardstick, new Share(fraction.top(), fraction.bottom()));
                    }
                }));
        return found;
    }

    private Map<Figure, Long> counted(Stretch days, Set<Figure> figures, StaffId consultant, DealershipId dealership) {
        Map<Figure, Long> counted = new EnumMap<>(Figure.class);
        sums.between(days.from(), days.until(), figures, dealership).stream()
                .filter(one -> consultant.equals(one.person()))
                .forEach(one -> counted.merge(one.figure(), one.count(), Long::sum));
        return counted;
    }

    /** The week's share of the month's target, by the selling days at work; of two months where the week lies in two. */
    private Map<Metric, @Nullable BigDecimal> shares(
            StaffId consultant, Stretch week, Presence there, OpeningCalendar calendar, StaffMember reader) {
        Map<Metric, @Nullable BigDecimal> shares = new EnumMap<>(Metric.class);
        YearMonth last = YearMonth.from(week.until());
        for (YearMonth month = YearMonth.from(week.from()); !month.isAfter(last); month = month.plusMonths(1)) {
            LocalDate first = month.atDay(1).isBefore(week.from()) ? week.from() : month.atDay(1);
            LocalDate end = month.atEndOfMonth().isAfter(week.until()) ? week.until() : month.atEndOfMonth();
            int open = calendar.openDays(month.atDay(1), month.atEndOfMonth());
            int days = there.sellingDays(first, end);
            targets.of(month, reader).rows().stream()
                    .filter(row ->
                            row.consultant() != null && row.consultant().id().equals(consultant))
                    .forEach(row -> {
                        for (Metric metric : Metric.values()) {
                            Integer target = row.of(metric).target();
                            if (target != null && open > 0) {
                                BigDecimal share = BigDecimal.valueOf((long) target * days)
                                        .divide(BigDecimal.valueOf(open), 6, RoundingMode.HALF_UP);
                                shares.merge(metric, share, BigDecimal::add);
                            }
                        }
                    });
        }
        shares.replaceAll((metric, share) -> share == null ? null : share.setScale(1, RoundingMode.HALF_UP));
        return shares;
    }
}
