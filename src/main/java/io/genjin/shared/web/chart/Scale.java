package io.genjin.shared.web.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The axis of a chart: from a round number at or below the least value to one at or above the greatest, in steps of 1, 2 or 5 times a
 * power of ten. Zero always lies on it, so that no difference looks larger than it is.
 */
public record Scale(BigDecimal low, BigDecimal high, BigDecimal step) {

    private static final int[] ROUND = {1, 2, 5, 10};

    public Scale {
        if (step.signum() <= 0 || low.signum() > 0 || high.signum() < 0 || high.compareTo(low) <= 0) {
            throw new IllegalArgumentException("from %s to %s by %s".formatted(low, high, step));
        }
    }

    /**
     * @param numbers what is to be drawn; missing ones are left out
     * @param steps   at most so many steps between the ends
     */
    public static Scale over(Collection<? extends @Nullable BigDecimal> numbers, int steps) {
        BigDecimal least = BigDecimal.ZERO;
        BigDecimal greatest = BigDecimal.ZERO;
        boolean whole = true;
        for (BigDecimal number : numbers) {
            if (number != null) {
                least = least.min(number);
                greatest = greatest.max(number);
                whole = whole && number.stripTrailingZeros().scale() <= 0;
            }
        }
        if (greatest.compareTo(least) == 0) {
            greatest = BigDecimal.ONE;
        }
        BigDecimal step = round(greatest.subtract(least).divide(BigDecimal.valueOf(steps), MathContext.DECIMAL64));
        while (true) {
            BigDecimal ofWhole = whole ? step.max(BigDecimal.ONE) : step;
            BigDecimal low = at(least, ofWhole, RoundingMode.FLOOR);
            BigDecimal high = at(greatest, ofWhole, RoundingMode.CEILING);
            if (high.subtract(low).compareTo(ofWhole.multiply(BigDecimal.valueOf(steps))) <= 0) {
                return new Scale(low, high, ofWhole);
            }
            step = round(ofWhole.multiply(new BigDecimal("1.01")));
        }
    }

    private static BigDecimal at(BigDecimal number, BigDecimal step, RoundingMode towards) {
        return number.divide(step, 0, towards).multiply(step);
    }

    /** The least of 1, 2, 5 times a power of ten that is not less. */
    private static BigDecimal round(BigDecimal number) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(number.precision() - number.scale() - 1);
        for (int times : ROUND) {
            BigDecimal step = power.multiply(BigDecimal.valueOf(times));
            if (step.compareTo(number) >= 0) {
                return step;
            }
        }
        throw new IllegalStateException(number.toString());
    }

    /** From the lowest to the highest. */
    public List<BigDecimal> ticks() {
        List<BigDecimal> ticks = new ArrayList<>();
        for (BigDecimal tick = low; tick.compareTo(high) <= 0; tick = tick.add(step)) {
            ticks.add(tick);
        }
        return ticks;
    }

    /** How far from the low end a number lies on a line of this length; what lies beyond an end is cut there. */
    public BigDecimal place(BigDecimal number, int length) {
        return number.max(low)
                .min(high)
                .subtract(low)
                .multiply(BigDecimal.valueOf(length))
                .divide(high.subtract(low), 1, RoundingMode.HALF_UP);
    }
}
