package io.genjin.coaching;

import io.genjin.target.Metric;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A consultant's figures as a success plan shows them (3.11): the five targets of one week with what was wanted and where they
 * are heading, and the ratios of the four weeks that end with it. Once in a plan they stay as they were (scenario 32).
 *
 * @param week         the week, Monday to Sunday
 * @param days         selling days of it on which the consultant was there
 * @param before       the four weeks before it, by which the trend is told
 * @param daysBefore   selling days of them on which the consultant was there
 * @param ratioDays    the days of the ratios
 */
public record PlanFigures(
        Stretch week,
        int days,
        Stretch before,
        int daysBefore,
        Map<Metric, Line> targets,
        Stretch ratioDays,
        Map<Yardstick, Share> ratios) {

    /** Where a figure is heading. */
    public enum Trend {
        UP,
        LEVEL,
        DOWN
    }

    /**
     * One of the five.
     *
     * @param target what the week's share of the month's target is, by selling days at work; nothing when nobody set one
     * @param before what was reached in the four weeks before
     */
    public record Line(@Nullable BigDecimal target, long actual, long before) {

        /** Negative while something is missing. */
        public @Nullable BigDecimal gap() {
            return target == null ? null : BigDecimal.valueOf(actual).subtract(target);
        }
    }

    public PlanFigures {
        targets = new EnumMap<>(targets);
        ratios = new EnumMap<>(ratios);
        if (targets.size() != Metric.values().length) {
            throw new IllegalArgumentException("all five targets");
        }
    }

    @Override
    public Map<Metric, Line> targets() {
        return Map.copyOf(targets);
    }

    @Override
    public Map<Yardstick, Share> ratios() {
        return Map.copyOf(ratios);
    }

    public Line of(Metric metric) {
        return Objects.requireNonNull(targets.get(metric));
    }

    /** What was counted: of the five a count without a whole, else a share. */
    public Share of(Yardstick yardstick) {
        Metric metric = yardstick.metric();
        return metric == null
                ? ratios.getOrDefault(yardstick, Share.NOTHING)
                : new Share(of(metric).actual(), 0);
    }

    /** A day of the week beside a day of the four weeks before; nothing when there was no such day. */
    public @Nullable Trend trend(Metric metric) {
        if (days == 0 || daysBefore == 0) {
            return null;
        }
        long now = of(metric).actual() * daysBefore;
        long then = of(metric).before() * days;
        return now > then ? Trend.UP : now < then ? Trend.DOWN : Trend.LEVEL;
    }
}
