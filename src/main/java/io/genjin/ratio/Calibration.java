package io.genjin.ratio;

import io.genjin.shared.Grade;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far a grade came true: of the customers who stood at it on Mondays, those who bought within its time. A
 * customer who stood at it on three Mondays counts three times, and once among the {@code people}.
 *
 * @param graded    customers on Mondays whose time to buy has gone by
 * @param ordered   those of them who ordered within it
 * @param delivered those of them whose car was delivered within it
 * @param people    distinct customers among them
 */
public record Calibration(Grade grade, long graded, long ordered, long delivered, long people) {

    /** Fewer customers than this say nothing about a person. */
    public static final int FEWEST = 15;

    public Calibration {
        if (ordered > graded || delivered > graded || people > graded) {
            throw new IllegalArgumentException("%d, %d, %d of %d".formatted(ordered, delivered, people, graded));
        }
    }

    /** What is said of a person's grades beside their colleagues'. */
    public enum Verdict {
        /** Too few customers, here or there, to say anything. */
        TOO_FEW,
        LIKE_OTHERS,
        /** Their customers of this grade buy clearly less often: graded hotter than they are. */
        TOO_HOT,
        /** Their customers of this grade buy clearly more often: graded cooler than they are. */
        TOO_COOL
    }

    public Fraction bought() {
        return new Fraction(ordered, graded);
    }

    /** The time in which a customer of the grade buys, in days from the day of the grade; nothing for N: any time. */
    public static @Nullable Integer window(Grade grade) {
        return switch (grade) {
            case H -> 7;
            case A -> 15;
            case B -> 30;
            case C -> 90;
            case N -> null;
        };
    }

    /** The same without what belongs to one person: their colleagues'. */
    Calibration without(Calibration one) {
        return new Calibration(
                grade,
                graded - one.graded,
                ordered - one.ordered,
                delivered - one.delivered,
                Math.max(0, Math.min(people - one.people, graded - one.graded)));
    }

    /**
     * Compares with the colleagues. Clearly means by more than twice what chance would do, were both alike, among as many
     * customers as there are: Mondays of one customer are no independent witnesses.
     */
    public Verdict beside(Calibration others) {
        BigDecimal own = bought().ratio();
        BigDecimal theirs = others.bought().ratio();
        if (own == null || theirs == null || people < FEWEST || others.people() < FEWEST) {
            return Verdict.TOO_FEW;
        }
        BigDecimal share = new Fraction(ordered + others.ordered(), graded + others.graded()).ratio();
        BigDecimal rest = BigDecimal.ONE.subtract(share);
        BigDecimal spread = BigDecimal.valueOf(4)
                .multiply(share)
                .multiply(rest)
                .multiply(BigDecimal.valueOf(people + others.people()));
        BigDecimal distance = own.subtract(theirs);
        BigDecimal squared = distance.multiply(distance)
                .multiply(BigDecimal.valueOf(people))
                .multiply(BigDecimal.valueOf(others.people()));
        if (squared.compareTo(spread) <= 0) {
            return Verdict.LIKE_OTHERS;
        }
        return distance.signum() < 0 ? Verdict.TOO_HOT : Verdict.TOO_COOL;
    }
}
