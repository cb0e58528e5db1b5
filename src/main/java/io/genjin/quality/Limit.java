package io.genjin.quality;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * From where on a number is worth a talk and from where it is bad; printed beside it. Defaults where the process names none.
 *
 * @param watch  beyond it the number is worth a talk
 * @param bad    beyond it the number is bad
 * @param floor  whether beyond means below
 * @param fewest a ratio of fewer than these judges nobody
 */
public record Limit(BigDecimal watch, BigDecimal bad, boolean floor, int fewest) {

    public Limit {
        boolean inOrder = floor ? bad.compareTo(watch) <= 0 : watch.compareTo(bad) <= 0;
        if (!inOrder || fewest < 0) {
            throw new IllegalArgumentException("what is bad lies beyond what is worth a talk");
        }
    }

    /** Anything but nothing is bad. */
    static Limit mustBeNone() {
        return new Limit(BigDecimal.ZERO, BigDecimal.ZERO, false, 0);
    }

    static Limit count(int watch, int bad) {
        return new Limit(BigDecimal.valueOf(watch), BigDecimal.valueOf(bad), false, 0);
    }

    static Limit percent(int watch, int bad, int fewest) {
        return new Limit(BigDecimal.valueOf(watch, 2), BigDecimal.valueOf(bad, 2), false, fewest);
    }

    static Limit atLeastPercent(int watch, int bad, int fewest) {
        return new Limit(BigDecimal.valueOf(watch, 2), BigDecimal.valueOf(bad, 2), true, fewest);
    }

    /** Whether nothing at all is allowed. */
    public boolean isNone() {
        return bad.signum() == 0 && !floor;
    }

    /**
     * @param base how many a ratio divides by
     */
    Light judge(@Nullable BigDecimal number, long base) {
        if (number == null || base < fewest) {
            return Light.UNJUDGED;
        }
        if (isBeyond(number, bad)) {
            return Light.BAD;
        }
        return isBeyond(number, watch) ? Light.WATCH : Light.GOOD;
    }

    private boolean isBeyond(BigDecimal number, BigDecimal line) {
        return floor ? number.compareTo(line) < 0 : number.compareTo(line) > 0;
    }
}
