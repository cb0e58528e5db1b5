package io.genjin.sheet;

/**
 * Text in a cell that no spreadsheet program takes for a formula (S-R42): an apostrophe before a leading {@code = + - @},
 * tab or line feed, or a full-width form of them. Read back, the apostrophe is gone; text that began with apostrophes and such
 * a mark of its own keeps them.
 */
public final class SafeText {

    private static final String STARTS_FORMULA = "=+-@\t\r\n＝＋－＠";

    private SafeText() {}

    public static String written(String text) {
        return startsFormula(text) ? "'" + text : text;
    }

    public static String read(String text) {
        return text.startsWith("'") && startsFormula(text) ? text.substring(1) : text;
    }

    private static boolean startsFormula(String text) {
        int place = 0;
        while (place < text.length() && text.charAt(place) == '\'') {
            place++;
        }
        return text.length() > place && STARTS_FORMULA.indexOf(text.charAt(place)) >= 0;
    }
}
