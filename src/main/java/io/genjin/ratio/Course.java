package io.genjin.ratio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one measure went: its number now, what it is measured by, and the months behind it. A count is compared for as many selling
 * days as have elapsed; a ratio as it is.
 *
 * @param now    these days
 * @param beside each past; missing when there is nothing to compare with
 * @param months the months before, the oldest first; those before there was anything to tell are missing
 */
public record Course(
        Measure measure, @Nullable Amount now, List<@Nullable Compared> beside, List<@Nullable Amount> months) {

    private static final int DIGITS = 4;

    /** A count, or both sides of a ratio. */
    public record Amount(@Nullable Long count, @Nullable Fraction fraction) {

        static Amount of(long count) {
            return new Amount(count, null);
        }

        static Amount of(Fraction fraction) {
            return new Amount(null, fraction);
        }

        /** The count or the ratio; nothing with nothing below the line. */
        public @Nullable BigDecimal value() {
            Fraction sides = fraction;
            return sides == null ? BigDecimal.valueOf(Objects.requireNonNull(count)) : sides.ratio();
        }

        Amount and(Amount other) {
            return fraction == null || other.fraction() == null
                    ? of(Objects.requireNonNull(count) + Objects.requireNonNull(other.count()))
                    : of(new Fraction(
                            fraction.top() + other.fraction().top(),
                            fraction.bottom() + other.fraction().bottom()));
        }
    }

    /**
     * What a past gives, and how far these days are from it.
     *
     * @param value    what these days are measured by
     * @param absolute now less that
     * @param relative of that; nothing when that is zero
     * @param days     the days it is of; its rows are theirs
     */
    public record Compared(
            Past past,
            Amount amount,
            Days days,
            @Nullable BigDecimal value,
            @Nullable BigDecimal absolute,
            @Nullable BigDecimal relative) {}

    /** A past of its own days, as it is. */
    static @Nullable Compared asItIs(Past past, @Nullable Amount now, @Nullable Amount then, Days days) {
        return then == null ? null : compared(past, now, then, days, then.value());
    }

    /**
     * A past of whole months: a count for as many of their selling days as have elapsed, a ratio of all of them together.
     *
     * @param selling their selling days
     * @param elapsed the selling days that are measured
     */
    static @Nullable Compared scaled(
            Past past, @Nullable Amount now, @Nullable Amount then, Days days, int selling, int elapsed) {
        if (then == null) {
            return null;
        }
        BigDecimal whole = then.value();
        BigDecimal value = then.fraction() != null
                ? whole
                : selling == 0 || whole == null
                        ? null
                        : whole.multiply(BigDecimal.valueOf(elapsed))
                                .divide(BigDecimal.valueOf(selling), 1, RoundingMode.HALF_UP);
        return compared(past, now, then, days, value);
    }

    private static Compared compared(
            Past past, @Nullable Amount now, Amount then, Days days, @Nullable BigDecimal value) {
        BigDecimal here = now == null ? null : now.value();
        BigDecimal absolute = here == null || value == null ? null : here.subtract(value);
        BigDecimal relative = absolute == null || value == null || value.signum() == 0
                ? null
                : absolute.divide(value, DIGITS, RoundingMode.HALF_UP);
        return new Compared(past, then, days, value, absolute, relative);
    }

    public @Nullable Compared beside(Past past) {
        return beside.get(past.ordinal());
    }
}
