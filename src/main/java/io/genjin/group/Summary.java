package io.genjin.group;

import io.genjin.group.Measure.Kind;
import io.genjin.ratio.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a dealership, or several together, did and owes, in numbers alone. What nobody can tell is missing, never zero.
 *
 * @param values      both numbers of each measure; of a count, below the line the selling consultants; of a target what was set
 * @param owed        what of each target should be reached by now, by the selling days
 * @param minutes     how many first contacts of HQ leads took so many minutes
 * @param consultants who sells there now
 * @param first       the day of the first thing ever written down; nothing where nothing was
 * @param last        the newest day on which anything was written down about a customer
 */
public record Summary(
        Map<Measure, Fraction> values,
        Map<Measure, BigDecimal> owed,
        SortedMap<Integer, Integer> minutes,
        int consultants,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {

    private static final int RATIO_DIGITS = 4;
    private static final int HOUR_DIGITS = 1;

    /** Of fewer than so many a ratio says nothing yet. */
    public static final int ENOUGH = 10;

    public Summary {
        values = Map.copyOf(values);
        owed = Map.copyOf(owed);
        minutes = new TreeMap<>(minutes);
    }

    static Summary nothing(int consultants, @Nullable LocalDate first, @Nullable LocalDate last) {
        return new Summary(Map.of(), Map.of(), new TreeMap<>(), consultants, first, last);
    }

    public @Nullable Fraction of(Measure measure) {
        return values.get(measure);
    }

    /** Several dealerships as one: sums, and ratios of the sums. Who has no target counts on neither side of it. */
    static Summary sum(Collection<Summary> all) {
        Map<Measure, Fraction> values = new EnumMap<>(Measure.class);
        Map<Measure, BigDecimal> owed = new HashMap<>();
        SortedMap<Integer, Integer> minutes = new TreeMap<>();
        int consultants = 0;
        LocalDate first = null;
        LocalDate last = null;
        for (Summary one : all) {
            one.values.forEach((measure, fraction) -> {
                if (measure.kind() != Kind.TARGET || fraction.bottom() > 0) {
                    values.merge(measure, fraction, Summary::plus);
                }
            });
            one.owed.forEach((measure, part) -> owed.merge(measure, part, BigDecimal::add));
            one.minutes.forEach((span, times) -> minutes.merge(span, times, Integer::sum));
            consultants += one.consultants;
            first = one.first != null && (first == null || one.first.isBefore(first)) ? one.first : first;
            last = one.last != null && (last == null || one.last.isAfter(last)) ? one.last : last;
        }
        return new Summary(values, owed, minutes, consultants, first, last);
    }

    private static Fraction plus(Fraction one, Fraction other) {
        return new Fraction(one.top() + other.top(), one.bottom() + other.bottom());
    }

    /** The number as it is shown: a count, a part of one, hours; nothing with nothing to divide by (4.1 rule 4). */
    public @Nullable BigDecimal number(Measure measure) {
        Fraction fraction = values.get(measure);
        if (measure.kind() == Kind.HOURS) {
            return hours();
        }
        if (fraction == null) {
            return null;
        }
        return switch (measure.kind()) {
            case RATIO, SHARE_NOW, TARGET -> fraction.ratio();
            default -> BigDecimal.valueOf(fraction.top());
        };
    }

    /**
     * The number that dealerships are compared by: a ratio as it is, a count for each selling consultant, a target by its pace, for
     * months are not equally old everywhere.
     */
    public @Nullable BigDecimal compared(Measure measure) {
        return switch (measure.kind()) {
            case COUNT -> {
                Fraction fraction = values.get(measure);
                yield fraction == null ? null : fraction.ratio();
            }
            case TARGET -> pace(measure);
            default -> number(measure);
        };
    }

    /** Achievement divided by time progress, as {@code target.Standing} has it, of all together. */
    public @Nullable BigDecimal pace(Measure measure) {
        Fraction fraction = values.get(measure);
        BigDecimal due = owed.get(measure);
        return fraction == null || due == null || due.signum() == 0
                ? null
                : BigDecimal.valueOf(fraction.top()).divide(due, RATIO_DIGITS, RoundingMode.HALF_UP);
    }

    /** The middle one of the spans; of an even number the earlier of the two in the middle, a span that really was. */
    private @Nullable BigDecimal hours() {
        int all = contacts();
        int seen = 0;
        for (Map.Entry<Integer, Integer> one : minutes.entrySet()) {
            seen += one.getValue();
            if (2 * seen >= all) {
                return BigDecimal.valueOf(one.getKey())
                        .divide(BigDecimal.valueOf(60), HOUR_DIGITS, RoundingMode.HALF_UP);
            }
        }
        return null;
    }

    /** First contacts whose span is known. */
    public int contacts() {
        return minutes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether there is a number, but of too few to judge by. */
    public boolean isTooLittle(Measure measure) {
        if (compared(measure) == null) {
            return false;
        }
        Fraction fraction = values.get(measure);
        return switch (measure.kind()) {
            case RATIO, SHARE_NOW -> fraction != null && fraction.bottom() < ENOUGH;
            case HOURS -> contacts() < ENOUGH;
            default -> false;
        };
    }

    /** The number to judge by; nothing where there is none, or of too few. */
    public @Nullable BigDecimal judged(Measure measure) {
        return isTooLittle(measure) ? null : compared(measure);
    }
}
