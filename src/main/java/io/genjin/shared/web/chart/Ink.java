package io.genjin.shared.web.chart;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * How one series is drawn. Each differs from the others in dash and in shape, so that black and white paper and eyes that tell no
 * colours still tell the series apart.
 */
public enum Ink {
    FIRST,
    SECOND,
    THIRD,
    FOURTH,
    FIFTH,
    SIXTH,
    /** What was set: long dashes, no marks. */
    TARGET,
    /** What is expected: dots, no marks. */
    FORECAST;

    /** The ink of the how-manieth series, counted from 0; after the sixth they come again. */
    public static Ink of(int place) {
        return values()[place % (SIXTH.ordinal() + 1)];
    }

    public String css() {
        return "is-" + name().toLowerCase(Locale.ROOT);
    }

    /** Whether each number has a mark of its own on the line. */
    boolean marks() {
        return ordinal() <= SIXTH.ordinal();
    }

    /** The outline of its mark around a point: circle, square, triangle, diamond, cross, bar. */
    String mark(BigDecimal x, BigDecimal y) {
        String at = "M" + x.toPlainString() + " " + y.toPlainString();
        return at
                + switch (this) {
                    case FIRST, TARGET, FORECAST -> "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z";
                    case SECOND -> "m-4-4h8v8h-8z";
                    case THIRD -> "m0-5l5 9h-10z";
                    case FOURTH -> "m0-5l5 5l-5 5l-5-5z";
                    case FIFTH ->
                        "m-5-3.5l1.5-1.5l3.5 3.5l3.5-3.5l1.5 1.5l-3.5 3.5l3.5 3.5l-1.5 1.5l-3.5-3.5l-3.5 3.5l-1.5-1.5l3.5-3.5z";
                    case SIXTH -> "m-5-1.5h10v3h-10z";
                };
    }

    /** Its mark in the middle of a legend's line. */
    public String legendMark() {
        return marks() ? mark(BigDecimal.valueOf(18), BigDecimal.valueOf(7)) : "";
    }
}
