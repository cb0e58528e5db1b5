package io.genjin.shared.web.chart;

/**
 * How much room words take in a drawing, without a browser to ask: a Chinese character is as wide as it is high, a Latin letter a
 * little more than half. Rather too wide than too narrow.
 */
final class Lettering {

    /** Height of the letters in a drawing. */
    static final int SIZE = 13;

    private static final int FIRST_WIDE = 0x2E80;
    private static final String CUT = "…";

    private Lettering() {}

    static int width(String words) {
        int tenths = words.codePoints()
                .map(letter -> letter >= FIRST_WIDE || letter == '…' ? 10 : Character.isUpperCase(letter) ? 8 : 6)
                .sum();
        return (tenths * SIZE + 9) / 10;
    }

    /** The words, or so much of their beginning as has room. */
    static String cut(String words, int room) {
        if (width(words) <= room) {
            return words;
        }
        int end = words.length();
        while (end > 0 && width(words.substring(0, end).strip() + CUT) > room) {
            end = words.offsetByCodePoints(end, -1);
        }
        return end == 0 ? "" : words.substring(0, end).strip() + CUT;
    }
}
