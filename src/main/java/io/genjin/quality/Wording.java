package io.genjin.quality;

import java.text.Normalizer;
import java.util.Locale;

/** What somebody wrote, as far as it says something: letters and digits alone, whatever their width, case and spacing. */
record Wording(String folded) {

    static Wording of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return new Wording(plain.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }
}
