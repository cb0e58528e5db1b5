package io.genjin.order;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** A company's unified social credit code (统一社会信用代码, GB 32100): eighteen characters, the last of them checks the others. */
public record CreditCode(String value) {

    private static final String SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int LONGEST_INPUT = 40;
    private static final int MODULUS = 31;
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    public CreditCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a credit code");
        }
    }

    /** Reads a code as it is typed: full-width figures, blanks, small letters. Empty when length, signs or check do not fit. */
    public static Optional<CreditCode> parse(String written) {
        if (written.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "");
        return isValid(text) ? Optional.of(new CreditCode(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        if (text.length() != LENGTH || !text.matches("[0-9A-Z]{2}[0-9]{6}[0-9A-Z]{10}")) {
            return false;
        }
        int sum = 0;
        for (int place = 0; place < LENGTH - 1; place++) {
            int worth = SYMBOLS.indexOf(text.charAt(place));
            if (worth < 0) {
                return false;
            }
            sum += WEIGHTS[place] * worth;
        }
        return SYMBOLS.charAt((MODULUS - sum % MODULUS) % MODULUS) == text.charAt(LENGTH - 1);
    }

    @Override
    public String toString() {
        return value.substring(0, 2) + "************" + value.substring(LENGTH - 4);
    }
}
