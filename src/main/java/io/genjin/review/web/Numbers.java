package io.genjin.review.web;

import io.genjin.review.FrozenReports.Line;
import io.genjin.review.FrozenReports.Ratio;
import io.genjin.shared.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as the minutes print them; where there is nothing to divide by, a dash (4.1 rule 4). */
public final class Numbers {

    static final String NOTHING = "–";

    private static final int RATIO_DIGITS = 4;

    private Numbers() {}

    public static String percent(@Nullable BigDecimal ratio) {
        return Percent.of(ratio);
    }

    public static @Nullable BigDecimal part(long top, long bottom) {
        return bottom == 0
                ? null
                : BigDecimal.valueOf(top).divide(BigDecimal.valueOf(bottom), RATIO_DIGITS, RoundingMode.HALF_UP);
    }

    public static String ratio(Line line, Ratio ratio) {
        return percent(part(line.sum(ratio.top()), line.sum(ratio.bottom())));
    }

    public static String plain(@Nullable Object number) {
        return number == null
                ? NOTHING
                : number instanceof BigDecimal exact
                        ? exact.stripTrailingZeros().toPlainString()
                        : number.toString();
    }

    /** What is more or less now, with its sign and as a share of then: {@code +3 (+25.0%)}. */
    public static String change(long now, @Nullable BigDecimal then) {
        if (then == null) {
            return NOTHING;
        }
        BigDecimal more = BigDecimal.valueOf(now).subtract(then);
        String share = then.signum() == 0
                ? NOTHING
                : signed(more.divide(then, RATIO_DIGITS, RoundingMode.HALF_UP)
                                .movePointRight(2)
                                .setScale(1, RoundingMode.HALF_UP))
                        + "%";
        return signed(more) + " (" + share + ")";
    }

    public static String change(long now, @Nullable Long then) {
        return change(now, then == null ? null : BigDecimal.valueOf(then));
    }

    private static String signed(BigDecimal number) {
        String plain =
                number.signum() == 0 ? "0" : number.abs().stripTrailingZeros().toPlainString();
        return number.signum() == 0 ? plain : (number.signum() > 0 ? "+" : "−") + plain;
    }
}
