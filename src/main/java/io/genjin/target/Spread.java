package io.genjin.target;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dealership's year over its months: each month its weight, its selling days and its part of the five.
 *
 * @param begins      the first day that counts
 * @param beginsSet   what the sales manager said of it; nothing when it is computed
 * @param sellingDays of the twelve months
 * @param months      of each target that is set the twelve parts, adding up to it exactly; none in a year without a selling day
 * @param history     newest first
 */
public record Spread(
        Season season,
        LocalDate begins,
        @Nullable LocalDate beginsSet,
        List<Integer> sellingDays,
        Map<Metric, List<Integer>> months,
        List<SpreadChange> history) {

    /** A month's part, from 1 to 12; nothing without a target. */
    public @Nullable Integer part(Metric metric, int month) {
        List<Integer> parts = months.getOrDefault(metric, List.of());
        return parts.isEmpty() ? null : parts.get(month - 1);
    }

    /** Whether the year's targets count from a later day than New Year. */
    public boolean beginsLate() {
        return begins.getDayOfYear() > 1;
    }
}
