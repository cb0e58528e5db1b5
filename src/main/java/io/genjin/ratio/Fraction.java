package io.genjin.ratio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What is counted above and below the line; with nothing below it there is no ratio, never 0 % (4.1 rule 4). */
public record Fraction(long top, long bottom) {

    public static final Fraction NOTHING = new Fraction(0, 0);

    private static final int DIGITS = 4;

    public Fraction {
        if (top < 0 || bottom < 0) {
            throw new IllegalArgumentException(top + " of " + bottom);
        }
    }

    /** To four digits. It may be more than 1 where both sides are counted of the same days, but of different customers. */
    public @Nullable BigDecimal ratio() {
        return bottom == 0
                ? null
                : BigDecimal.valueOf(top).divide(BigDecimal.valueOf(bottom), DIGITS, RoundingMode.HALF_UP);
    }

    public long of(Side side) {
        return side == Side.top ? top : bottom;
    }
}
