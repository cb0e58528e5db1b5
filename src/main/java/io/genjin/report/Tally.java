package io.genjin.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many rows each part has, of the day and of its month; a figure adds its parts up. */
final class Tally {

    private static final int RATIO_DIGITS = 4;

    private final Map<String, Long> ofDay = new HashMap<>();
    private final Map<String, Long> ofMonth = new HashMap<>();

    void add(String part, long day, long month) {
        ofDay.merge(part, day, Long::sum);
        ofMonth.merge(part, month, Long::sum);
    }

    /** A count, or a ratio; nothing where there is nothing to divide by. */
    @Nullable
    BigDecimal day(Figure figure) {
        return value(figure, ofDay);
    }

    @Nullable
    BigDecimal month(Figure figure) {
        return figure.isStock() ? null : value(figure, ofMonth);
    }

    /** The target of the month that was frozen with the day. */
    @Nullable
    Integer target(Figure figure) {
        Long target = ofMonth.get(FrozenDays.TARGET + figure.name());
        return target == null ? null : target.intValue();
    }

    private static @Nullable BigDecimal value(Figure figure, Map<String, Long> counts) {
        BigDecimal sum = sum(figure.parts(), counts);
        if (!figure.isRatio()) {
            return sum;
        }
        BigDecimal base = sum(figure.base(), counts);
        boolean unknown = figure.unknownBy().stream().anyMatch(part -> counts.getOrDefault(part, 0L) > 0);
        return unknown || base.signum() == 0 ? null : sum.divide(base, RATIO_DIGITS, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(Collection<String> parts, Map<String, Long> counts) {
        return BigDecimal.valueOf(
                parts.stream().mapToLong(part -> counts.getOrDefault(part, 0L)).sum());
    }
}
