package io.genjin.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody is with a target (4.4). What there is nothing to divide by for is missing and shown as a dash, never 0 %
 * (4.1 rule 4).
 *
 * @param target nothing when nobody set one
 */
public record Standing(@Nullable Integer target, long actual, SellingDays days) {

    private static final int RATIO_DIGITS = 4;

    /** The traffic light, by the pace index. */
    public enum Light {
        /** At least as fast as time passes. */
        GREEN,
        /** At least nine tenths as fast. */
        AMBER,
        RED
    }

    /** Actual less target: negative while something is missing. */
    public @Nullable Long gap() {
        return target == null ? null : (Long) (actual - target);
    }

    /** The part of the target that is reached. */
    public @Nullable BigDecimal achievement() {
        return target == null ? null : ratio(actual, target);
    }

    /** The part of the selling days that has passed. */
    public @Nullable BigDecimal timeProgress() {
        return ratio(days.elapsed(), days.days());
    }

    /** Achievement divided by time progress, without rounding in between. */
    public @Nullable BigDecimal pace() {
        return target == null ? null : ratio(actual * days.days(), (long) target * days.elapsed());
    }

    /** What the period ends with at the pace so far. */
    public @Nullable BigDecimal forecast() {
        return days.elapsed() == 0
                ? null
                : BigDecimal.valueOf(actual * days.days())
                        .divide(BigDecimal.valueOf(days.elapsed()), 1, RoundingMode.HALF_UP);
    }

    /** Judged by whole numbers, so that rounding turns no light. */
    public @Nullable Light light() {
        if (target == null || target == 0 || days.elapsed() == 0) {
            return null;
        }
        long reached = actual * days.days();
        long owed = (long) target * days.elapsed();
        return reached >= owed ? Light.GREEN : 10 * reached >= 9 * owed ? Light.AMBER : Light.RED;
    }

    /** What is still to come, never less than nothing. */
    public @Nullable Long needed() {
        return target == null ? null : (Long) Math.max(0, target - actual);
    }

    /** What is still to come on each selling day left, rounded up to a tenth; missing when no day is left for it. */
    public @Nullable BigDecimal neededPerDay() {
        Long needed = needed();
        if (needed == null) {
            return null;
        }
        if (needed == 0) {
            return BigDecimal.ZERO.setScale(1);
        }
        return days.left() == 0
                ? null
                : BigDecimal.valueOf(needed).divide(BigDecimal.valueOf(days.left()), 1, RoundingMode.CEILING);
    }

    private static @Nullable BigDecimal ratio(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), RATIO_DIGITS, RoundingMode.HALF_UP);
    }
}
