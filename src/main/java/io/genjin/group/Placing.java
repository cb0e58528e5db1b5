package io.genjin.group;

import io.genjin.group.Measure.Better;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a dealership stands by a measure, with what a rank alone would hide.
 *
 * @param rank       one more than those who are better; nothing where nobody is ranked, or of too few
 * @param of         how many are ranked
 * @param fromMedian how far from the middle of its region; nothing where the region has nobody else to measure by
 * @param change     against the days before; nothing where either is missing or of too few
 * @param tooFew     whether there is a number, but of too few to judge by
 */
public record Placing(
        @Nullable Integer rank,
        int of,
        @Nullable BigDecimal fromMedian,
        @Nullable BigDecimal change,
        boolean tooFew) {

    /** What a change means. */
    public enum Trend {
        BETTER,
        WORSE,
        /** Moved, where neither end of the scale leads. */
        MOVED,
        SAME,
        UNKNOWN
    }

    /** Who is alone has nobody to be compared with. */
    private static final int NOT_ALONE = 2;

    /**
     * @param mine   what is to be placed
     * @param before the same of the days before, if it is known
     * @param all    everybody to be ranked with, this one among them
     * @param region those of its region, this one among them
     */
    static Placing of(
            Measure measure,
            @Nullable Summary mine,
            @Nullable Summary before,
            Collection<Summary> all,
            Collection<Summary> region) {
        BigDecimal judged = mine == null ? null : mine.judged(measure);
        boolean tooFew = mine != null && mine.isTooLittle(measure);
        List<BigDecimal> ranked = judged(measure, all);
        List<BigDecimal> near = judged(measure, region);
        BigDecimal then = before == null ? null : before.judged(measure);
        boolean ranks = judged != null && measure.better() != Better.NEITHER && ranked.size() >= NOT_ALONE;
        return new Placing(
                ranks ? rank(judged, ranked, measure.better()) : null,
                ranked.size(),
                judged == null || measure.better() == Better.NEITHER || near.size() < NOT_ALONE
                        ? null
                        : judged.subtract(median(near)),
                judged == null || then == null ? null : judged.subtract(then),
                tooFew);
    }

    private static List<BigDecimal> judged(Measure measure, Collection<Summary> all) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (Summary one : all) {
            BigDecimal judged = one.judged(measure);
            if (judged != null) {
                numbers.add(judged);
            }
        }
        return numbers;
    }

    private static Integer rank(@Nullable BigDecimal mine, List<BigDecimal> all, Better better) {
        BigDecimal own = Objects.requireNonNull(mine);
        long ahead = all.stream()
                .filter(other -> better == Better.MORE ? other.compareTo(own) > 0 : other.compareTo(own) < 0)
                .count();
        return Math.toIntExact(ahead) + 1;
    }

    /** Of an even number the mean of the two in the middle. */
    static BigDecimal median(List<BigDecimal> numbers) {
        List<BigDecimal> sorted =
                numbers.stream().sorted(Comparator.naturalOrder()).toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.valueOf(2), 4, RoundingMode.HALF_UP);
    }

    public Trend trend(Measure measure) {
        if (change == null) {
            return Trend.UNKNOWN;
        }
        if (change.signum() == 0) {
            return Trend.SAME;
        }
        return switch (measure.better()) {
            case NEITHER -> Trend.MOVED;
            case MORE -> change.signum() > 0 ? Trend.BETTER : Trend.WORSE;
            case LESS -> change.signum() < 0 ? Trend.BETTER : Trend.WORSE;
        };
    }
}
