package io.genjin.target;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is still missing of a target, in the work that brings it (issue 5): so many drives, visits and contacts, at the ratios of the last
 * three full months. It is arithmetic of the past and no promise.
 *
 * @param needed   what is missing of the target
 * @param drives   nothing for metrics that need none, and where no ratio is known
 * @param visits   likewise
 * @param contacts likewise
 * @param whose    the weakest ratio that was used: the person's own, or the team's where their own history is too short
 */
public record Effort(
        Metric metric,
        long needed,
        @Nullable Long drives,
        @Nullable Long visits,
        @Nullable Long contacts,
        Whose whose) {

    /** A person's own ratio needs at least so many to divide by, and one success. */
    public static final int LEAST_HISTORY = 10;

    /** A step from work to result: of the first, how many led to the second. */
    public enum Step {
        CONTACT_TO_VISIT,
        VISIT_TO_DRIVE,
        DRIVE_TO_SOLD
    }

    /** Whose history a ratio is of. */
    public enum Whose {
        OWN,
        TEAM,
        NOBODY
    }

    /** How often a step succeeded. */
    public record Rate(long successes, long tries, Whose whose) {

        public static final Rate NONE = new Rate(0, 0, Whose.NOBODY);

        public Rate {
            if (successes < 0 || tries < 0) {
                throw new IllegalArgumentException(successes + " of " + tries);
            }
        }

        /** The person's own when there is enough of it, else the team's, else none. */
        static Rate choose(@Nullable Rate own, Rate team) {
            if (own != null && own.tries() >= LEAST_HISTORY && own.successes() > 0) {
                return new Rate(own.successes(), own.tries(), Whose.OWN);
            }
            return team.tries() > 0 && team.successes() > 0
                    ? new Rate(team.successes(), team.tries(), Whose.TEAM)
                    : NONE;
        }
    }

    /** For the metrics whose way is known: visits, drives and sales. */
    static @Nullable Effort of(Metric metric, @Nullable Long needed, Map<Step, Rate> rates) {
        List<Step> way =
                switch (metric) {
                    case SOLD -> List.of(Step.DRIVE_TO_SOLD, Step.VISIT_TO_DRIVE, Step.CONTACT_TO_VISIT);
                    case TEST_DRIVES -> List.of(Step.VISIT_TO_DRIVE, Step.CONTACT_TO_VISIT);
                    case RETURN_VISITS -> List.of(Step.CONTACT_TO_VISIT);
                    case TOTAL_CONTACTS, MARKET_DEVELOPMENT -> List.of();
                };
        if (needed == null || needed == 0 || way.isEmpty()) {
            return null;
        }
        BigInteger over = BigInteger.valueOf(needed);
        BigInteger under = BigInteger.ONE;
        Long drives = null;
        Long visits = null;
        Long contacts = null;
        Whose whose = Whose.OWN;
        for (Step step : way) {
            Rate rate = rates.getOrDefault(step, Rate.NONE);
            whose = rate.whose().compareTo(whose) > 0 ? rate.whose() : whose;
            if (rate.successes() == 0) {
                break;
            }
            over = over.multiply(BigInteger.valueOf(rate.tries()));
            under = under.multiply(BigInteger.valueOf(rate.successes()));
            long times = new BigDecimal(over)
                    .divide(new BigDecimal(under), 0, RoundingMode.CEILING)
                    .longValueExact();
            switch (step) {
                case DRIVE_TO_SOLD -> drives = times;
                case VISIT_TO_DRIVE -> visits = times;
                case CONTACT_TO_VISIT -> contacts = times;
            }
        }
        return new Effort(metric, needed, drives, visits, contacts, whose);
    }

    /** On each selling day left, rounded up to a tenth; nothing when no day is left. */
    public static @Nullable BigDecimal perDay(@Nullable Long times, SellingDays days) {
        return times == null || days.left() == 0
                ? null
                : BigDecimal.valueOf(times).divide(BigDecimal.valueOf(days.left()), 1, RoundingMode.CEILING);
    }
}
