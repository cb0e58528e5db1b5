package io.genjin.review;

import io.genjin.report.Figure;
import io.genjin.target.Metric;
import io.genjin.target.SellingDays;
import io.genjin.target.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The three reports of R-114 with their figures as they were when the review was opened: the daily reports of the week before
 * added up, actual versus target of the month until its Sunday, and that week against the weeks before it, with the month against
 * its four pasts. Nothing that is typed later changes them.
 *
 * @param from       the Monday of the week looked back at
 * @param until      its Sunday
 * @param monthFrom  the first day of the month whose targets are compared
 * @param monthUntil the last day that counts towards them
 * @param lines      the dealership first, then its people
 * @param history    the month beside its four pasts; none in reviews that were opened before it was frozen with them
 */
public record FrozenReports(
        LocalDate from,
        LocalDate until,
        LocalDate monthFrom,
        LocalDate monthUntil,
        SellingDays days,
        List<Line> lines,
        @Nullable FrozenHistory history) {

    /** What is added up over the week: of the daily report all that managers steer by, and what its ratios divide. */
    public static final List<Figure> FIGURES = List.of(
            Figure.TOTAL_CONTACTS,
            Figure.FIRST_VISITS,
            Figure.RETURN_VISITS,
            Figure.NEW_PROSPECTS,
            Figure.MARKET_DEVELOPMENT,
            Figure.TEST_DRIVES,
            Figure.HQ_LEADS_ON_TIME,
            Figure.HQ_LEADS_OVERDUE,
            Figure.FOLLOW_UPS_ON_TIME,
            Figure.FOLLOW_UPS_LATE,
            Figure.FOLLOW_UPS_NOT_DONE,
            Figure.RHYTHM_MET,
            Figure.RHYTHM_EXCUSED,
            Figure.RHYTHM_MISSED,
            Figure.CARDS_SUBMITTED,
            Figure.CARDS_RETURNED,
            Figure.CARDS_SIGNED,
            Figure.CARDS_ENTERED_SAME_DAY,
            Figure.QUOTES,
            Figure.ORDERS,
            Figure.ORDERS_CANCELLED,
            Figure.DEFEATS_APPROVED,
            Figure.DELIVERIES);

    /** What is compared with the weeks before. */
    public static final List<Figure> COMPARED = List.of(
            Figure.TOTAL_CONTACTS,
            Figure.FIRST_VISITS,
            Figure.RETURN_VISITS,
            Figure.NEW_PROSPECTS,
            Figure.TEST_DRIVES,
            Figure.QUOTES,
            Figure.ORDERS,
            Figure.DEFEATS_APPROVED,
            Figure.DELIVERIES);

    /** A ratio of 4.7 over the week: sums of what stands above and below the line. */
    public enum Ratio {
        K01(List.of(Figure.HQ_LEADS_ON_TIME), List.of(Figure.HQ_LEADS_ON_TIME, Figure.HQ_LEADS_OVERDUE)),
        K03(
                List.of(Figure.FOLLOW_UPS_ON_TIME),
                List.of(Figure.FOLLOW_UPS_ON_TIME, Figure.FOLLOW_UPS_LATE, Figure.FOLLOW_UPS_NOT_DONE)),
        K03B(
                List.of(Figure.RHYTHM_MET, Figure.RHYTHM_EXCUSED),
                List.of(Figure.RHYTHM_MET, Figure.RHYTHM_EXCUSED, Figure.RHYTHM_MISSED)),
        K06(List.of(Figure.CARDS_ENTERED_SAME_DAY), List.of(Figure.CARDS_SIGNED)),
        K07(List.of(Figure.CARDS_RETURNED), List.of(Figure.CARDS_SUBMITTED));

        private final List<Figure> top;
        private final List<Figure> bottom;

        Ratio(List<Figure> top, List<Figure> bottom) {
            this.top = top;
            this.bottom = bottom;
        }

        /** The figure of the daily report that says the same of a day, with name and definition. */
        public Figure figure() {
            return Figure.valueOf(name());
        }

        public List<Figure> top() {
            return top;
        }

        public List<Figure> bottom() {
            return bottom;
        }
    }

    /** A target and what is reached of it; no target when nobody set one. */
    public record Goal(@Nullable Integer target, long actual) {}

    /**
     * What a figure was in other weeks; a week in which nothing at all was written down is no history.
     *
     * @param weekBefore the week before the one looked back at
     * @param average    of the four weeks before it, those without history left out
     * @param yearBefore the same week of the year before, 52 weeks earlier
     */
    public record Past(
            @Nullable Long weekBefore,
            @Nullable BigDecimal average,
            @Nullable Long yearBefore) {}

    /** Everything about one person, or about the dealership when there is no person. */
    public record Line(
            @Nullable Person person, Map<Figure, Long> week, Map<Metric, Goal> goals, Map<Figure, Past> past) {

        public long of(Figure figure) {
            return week.getOrDefault(figure, 0L);
        }

        public long sum(List<Figure> figures) {
            return figures.stream().mapToLong(this::of).sum();
        }

        public Goal goal(Metric metric) {
            return goals.getOrDefault(metric, new Goal(null, 0));
        }

        public Past past(Figure figure) {
            return past.getOrDefault(figure, new Past(null, null, null));
        }
    }

    public FrozenReports {
        lines = List.copyOf(lines);
    }

    /** How far a line is with a target. */
    public Standing standing(Line line, Metric metric) {
        Goal goal = line.goal(metric);
        return new Standing(goal.target(), goal.actual(), days);
    }

    public Line dealership() {
        return lines.get(0);
    }
}
