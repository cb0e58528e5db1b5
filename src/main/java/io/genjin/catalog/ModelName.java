package io.genjin.catalog;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The name of a model as a dealership says it: 途观L, ID.4 X. A customer's wish names it with trim and engine behind, as far as
 * the card knows them: 途观L 330TSI 四驱.
 */
public record ModelName(String text) {

    public ModelName {
        text = text.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a model has a name");
        }
    }

    /**
     * Whether a wish is for this model: it begins with the name, and no letter or figure is glued to its end. 途观 is not 途观L, and
     * CS3 is not CS35; 朗逸1.6 is a 朗逸.
     */
    public boolean isWishedBy(String wish) {
        String name = plain(text);
        String asked = plain(wish);
        if (!asked.startsWith(name)) {
            return false;
        }
        if (asked.length() == name.length() || endsAWord(wish, name.length())) {
            return true;
        }
        int before = asked.codePointBefore(name.length());
        int after = asked.codePointAt(name.length());
        boolean figureAfterHan = Character.isDigit(after) && Character.isIdeographic(before);
        return !Character.isLetterOrDigit(after) || figureAfterHan;
    }

    /** How much of a wish the name says: of two that fit, the longer is the closer one. */
    public int closeness() {
        return plain(text).length();
    }

    /** Whether the wish has a blank after its first {@code marks} visible marks. */
    private static boolean endsAWord(String wish, int marks) {
        String normal = Normalizer.normalize(wish, Normalizer.Form.NFKC).strip();
        int seen = 0;
        for (int place = 0; place < normal.length(); place++) {
            if (Character.isWhitespace(normal.charAt(place))) {
                if (seen == marks) {
                    return true;
                }
                continue;
            }
            seen++;
        }
        return false;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }
}
