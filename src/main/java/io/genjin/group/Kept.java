package io.genjin.group;

import io.genjin.ratio.Days;
import io.genjin.ratio.Fraction;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A summary as it was counted, and when: a comparison of fifty dealerships reads what each kept of itself, and says of which moment
 * it is.
 *
 * @param took how long counting took, by which a page knows whether it can be done anew while somebody waits
 */
record Kept(Days days, Instant countedAt, Duration took, Summary summary) {

    /** What stands now moves with the clock alone: nothing is taken for the present for longer. */
    static final Duration PRESENT = Duration.ofMinutes(1);

    private static final String FIRST = "@first";
    private static final String LAST = "@last";
    private static final String CONSULTANTS = "@consultants";
    private static final String MINUTES = "@minutes";
    private static final String OWED = "@owed";

    /** Which measures there are and of which kind; what was counted of others is counted anew. */
    static final int DEFINITION = Arrays.stream(Measure.values())
            .map(measure -> measure.name() + measure.kind() + measure.figures() + measure.ratio())
            .collect(Collectors.joining())
            .hashCode();

    /**
     * Whether it is what counting anew would give.
     *
     * @param newest when the dealership wrote its newest line about a customer
     */
    boolean isPresent(@Nullable Instant newest, Instant now) {
        return !isWrittenAbout(newest) && !now.isAfter(countedAt.plus(PRESENT)) && !now.isBefore(countedAt);
    }

    /** Whether a line was written since, or could have been under way when it was counted. */
    private boolean isWrittenAbout(@Nullable Instant newest) {
        return newest != null && !newest.isBefore(countedAt);
    }

    /** Whether the night's and the hours' rounds count it anew: something was written, or it grew old. */
    boolean isWorn(@Nullable Instant newest, Instant now, Duration oldest) {
        return isWrittenAbout(newest == null ? null : newest.plus(PRESENT)) || now.isAfter(countedAt.plus(oldest));
    }

    /** One line each: what, and its numbers. */
    static String written(Summary summary) {
        StringBuilder text = new StringBuilder();
        line(text, CONSULTANTS, summary.consultants());
        if (summary.first() != null) {
            line(text, FIRST, summary.first());
        }
        if (summary.last() != null) {
            line(text, LAST, summary.last());
        }
        summary.values().forEach((measure, one) -> line(text, measure, one.top(), one.bottom()));
        summary.owed().forEach((measure, owed) -> line(text, OWED, measure, owed.toPlainString()));
        summary.minutes().forEach((minutes, times) -> line(text, MINUTES, minutes, times));
        return text.toString();
    }

    private static void line(StringBuilder text, Object... words) {
        text.append(Arrays.stream(words).map(String::valueOf).collect(Collectors.joining(" ")))
                .append('\n');
    }

    static Summary read(String text) {
        Map<Measure, Fraction> values = new HashMap<>();
        Map<Measure, BigDecimal> owed = new HashMap<>();
        SortedMap<Integer, Integer> minutes = new TreeMap<>();
        int consultants = 0;
        LocalDate first = null;
        LocalDate last = null;
        for (String line : text.lines().toList()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case CONSULTANTS -> consultants = Integer.parseInt(words[1]);
                case FIRST -> first = LocalDate.parse(words[1]);
                case LAST -> last = LocalDate.parse(words[1]);
                case OWED -> owed.put(Measure.valueOf(words[1]), new BigDecimal(words[2]));
                case MINUTES -> minutes.put(Integer.valueOf(words[1]), Integer.valueOf(words[2]));
                default ->
                    values.put(
                            Measure.valueOf(words[0]),
                            new Fraction(Long.parseLong(words[1]), Long.parseLong(words[2])));
            }
        }
        return new Summary(values, owed, minutes, consultants, first, last);
    }
}
