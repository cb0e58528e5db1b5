package io.genjin.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How a share of a whole is written everywhere: with one decimal. */
public final class Percent {

    private static final String NOTHING = "–";

    private Percent() {}

    /** A percentage, or a dash where there is nothing to divide by, never 0 % (4.1 rule 4). */
    public static String of(@Nullable BigDecimal ratio) {
        return ratio == null
                ? NOTHING
                : ratio.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
    }
}
