package io.genjin.shared;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * The number of a resident identity card (居民身份证, GB 11643): eighteen characters with a day of birth and a checking last one
 * (S-R50). Sensitive: taken from the order on only, stored sealed, and never printed whole by accident.
 */
public record IdentityNumber(String value) {

    private static final int LENGTH = 18;
    private static final int LONGEST_INPUT = 40;
    private static final int MODULUS = 11;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    public IdentityNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an identity number");
        }
    }

    /** Reads a number as it is typed: full-width digits, blanks, a small x. Empty when length, birthday or check do not fit. */
    public static Optional<IdentityNumber> parse(String written) {
        if (written.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\s", "");
        return isValid(text) ? Optional.of(new IdentityNumber(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        if (!text.matches("[1-9]\\d{16}[\\dX]")) {
            return false;
        }
        int sum = 0;
        for (int place = 0; place < LENGTH - 1; place++) {
            sum += WEIGHTS[place] * (text.charAt(place) - '0');
        }
        return CHECKS.charAt(sum % MODULUS) == text.charAt(LENGTH - 1)
                && born(text).isPresent();
    }

    private static Optional<LocalDate> born(String text) {
        try {
            LocalDate day = LocalDate.parse(text.substring(6, 14), DAY);
            return day.isBefore(EARLIEST) ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    public LocalDate birthday() {
        return born(value).orElseThrow();
    }

    /** {@code 310***********0018}: all that a page shows. */
    public String masked() {
        return value.substring(0, 3) + "***********" + value.substring(LENGTH - 4);
    }

    @Override
    public String toString() {
        return masked();
    }
}
