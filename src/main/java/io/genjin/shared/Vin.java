package io.genjin.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A vehicle identification number (车辆识别代号, GB 16735): seventeen letters and digits without I, O and Q, of which the ninth
 * checks the others (S-R50). Always in its one normal form, in capitals.
 */
public record Vin(String value) {

    private static final int LENGTH = 17;
    private static final int CHECK_PLACE = 8;
    private static final int LONGEST_INPUT = 40;
    private static final int MODULUS = 11;
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

    /** Values of A to Z; I, O and Q have none. */
    private static final String LETTER_VALUES = "12345678-12345-7-923456789";

    /** What is wrong with a number that somebody typed. */
    public enum Fault {
        LENGTH,
        CHARACTER,
        CHECK_DIGIT
    }

    public Vin {
        if (faultOf(value).isPresent()) {
            throw new IllegalArgumentException("not a VIN");
        }
    }

    /** Reads a number as it is typed or scanned: lower case, full-width, with blanks or dashes between. Empty when it is none. */
    public static Optional<Vin> parse(String written) {
        String text = normal(written);
        return faultOf(text).isPresent() ? Optional.empty() : Optional.of(new Vin(text));
    }

    /** Why {@link #parse} refuses {@code written}; empty when it does not. */
    public static Optional<Fault> fault(String written) {
        return faultOf(normal(written));
    }

    private static String normal(String written) {
        if (written.length() > LONGEST_INPUT) {
            return "";
        }
        return Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "");
    }

    private static Optional<Fault> faultOf(String text) {
        if (text.length() != LENGTH) {
            return Optional.of(Fault.LENGTH);
        }
        if (!text.matches("[A-HJ-NPR-Z0-9]{17}")) {
            return Optional.of(Fault.CHARACTER);
        }
        return text.charAt(CHECK_PLACE) == checkDigit(text) ? Optional.empty() : Optional.of(Fault.CHECK_DIGIT);
    }

    private static char checkDigit(String text) {
        int sum = 0;
        for (int place = 0; place < LENGTH; place++) {
            sum += WEIGHTS[place] * valueOf(text.charAt(place));
        }
        int rest = sum % MODULUS;
        return rest == MODULUS - 1 ? 'X' : (char) ('0' + rest);
    }

    private static int valueOf(char character) {
        return character <= '9' ? character - '0' : LETTER_VALUES.charAt(character - 'A') - '0';
    }

    /** By these the people of the yard call a car. */
    public String lastSix() {
        return value.substring(LENGTH - 6);
    }

    @Override
    public String toString() {
        return value;
    }
}
