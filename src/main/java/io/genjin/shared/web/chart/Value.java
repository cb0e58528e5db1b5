package io.genjin.shared.web.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One number of a chart: as it is drawn, as it is said, and where its rows are. What there is nothing to count or to divide by for is
 * missing: a gap in the drawing and a dash in words, never zero (4.1 rule 4).
 *
 * @param link address of the rows it counts, if it opens any
 */
public record Value(
        @Nullable BigDecimal number, String words, @Nullable String link) {

    public static final String NOTHING = "–";

    public static Value missing() {
        return new Value(null, NOTHING, null);
    }

    public static Value of(long count) {
        return of(BigDecimal.valueOf(count));
    }

    /** A number as it is, without trailing zeros; nothing is missing. */
    public static Value of(@Nullable BigDecimal number) {
        return number == null ? missing() : new Value(number, Unit.NUMBER.words(number), null);
    }

    /** A part of one, said in percent with one digit behind the point; nothing is missing. */
    public static Value percent(@Nullable BigDecimal part) {
        return part == null
                ? missing()
                : new Value(part, sign(part.movePointRight(2).setScale(1, RoundingMode.HALF_UP)) + "%", null);
    }

    /** The same number said otherwise, as money or with its unit. */
    public Value said(String otherwise) {
        return new Value(number, otherwise, link);
    }

    public Value opening(@Nullable String rows) {
        return new Value(number, words, rows);
    }

    public boolean isMissing() {
        return number == null;
    }

    /** With a minus that is as wide as a plus. */
    static String sign(BigDecimal number) {
        return number.toPlainString().replace('-', '−');
    }
}
