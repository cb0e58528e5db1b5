package io.genjin.shared.web.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A dial (仪表): how much of a target is reached, with a mark where the time stands and a word that says what that means. Reaching from
 * nothing to one and a half times the target; what is beyond is told by the number.
 *
 * @param target  missing when none was set; then the dial is empty
 * @param time    the part of the time that has passed; nothing when there is no time to pass
 * @param verdict the word of the traffic light, if there is one
 */
public record Gauge(
        String title,
        @Nullable String note,
        Value actual,
        Value target,
        @Nullable BigDecimal time,
        @Nullable String verdict,
        Tone tone) {

    public static final int WIDTH = 200;
    public static final int HEIGHT = 112;

    private static final BigDecimal FULL = new BigDecimal("1.5");
    private static final int MIDDLE = 100;
    private static final int RADIUS = 84;
    private static final int INNER = 70;
    private static final int OUTER = 98;
    private static final int RATIO_DIGITS = 4;

    /** The part of the target that is reached; missing without a target, never 0 %. */
    public Value achievement() {
        BigDecimal reached = actual.number();
        BigDecimal whole = target.number();
        return reached == null || whole == null || whole.signum() == 0
                ? Value.missing()
                : Value.percent(reached.divide(whole, RATIO_DIGITS, RoundingMode.HALF_UP));
    }

    public Value timeProgress() {
        return Value.percent(time);
    }

    /** The whole dial. */
    public String track() {
        return arc(FULL);
    }

    /** What is reached of it; nothing to draw when nothing is, or when there is no target. */
    public @Nullable String reached() {
        BigDecimal part = achievement().number();
        return part == null || part.signum() <= 0 ? null : arc(part.min(FULL));
    }

    /** A line across the dial where the target is reached. */
    public String full() {
        return across(BigDecimal.ONE);
    }

    /** A line across the dial where the time stands. */
    public @Nullable String timeMark() {
        return time == null ? null : across(time.min(FULL).max(BigDecimal.ZERO));
    }

    /** Whether more is reached than the dial shows. */
    public boolean isBeyond() {
        BigDecimal part = achievement().number();
        return part != null && part.compareTo(FULL) > 0;
    }

    private static String arc(BigDecimal to) {
        return "M" + at(BigDecimal.ZERO, RADIUS) + "A" + RADIUS + " " + RADIUS + " 0 0 1 " + at(to, RADIUS);
    }

    private static String across(BigDecimal part) {
        return "M" + at(part, INNER) + "L" + at(part, OUTER);
    }

    /** A point of the dial, from the left over the top to the right. */
    private static String at(BigDecimal part, int radius) {
        double turn = Math.PI * (1 - part.doubleValue() / FULL.doubleValue());
        return round(MIDDLE + radius * Math.cos(turn)) + " " + round(MIDDLE - radius * Math.sin(turn));
    }

    private static String round(double length) {
        return BigDecimal.valueOf(length).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
