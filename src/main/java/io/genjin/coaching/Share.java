package io.genjin.coaching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A part of a whole, kept as the two numbers that were counted; without a whole there is no ratio (4.1 rule 4). */
public record Share(long part, long whole) {

    private static final int DIGITS = 4;

    static final Share NOTHING = new Share(0, 0);

    public Share {
        if (part < 0 || whole < 0) {
            throw new IllegalArgumentException(part + " of " + whole);
        }
    }

    Share and(Share other) {
        return new Share(part + other.part, whole + other.whole);
    }

    /** Rounded to be shown; what is decided is decided by the two numbers. */
    public @Nullable BigDecimal ratio() {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP);
    }
}
