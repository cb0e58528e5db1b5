package io.genjin.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.text.Normalizer;
import java.util.Optional;

/**
 * A telephone number in its one normal form ({@code +8613800001234}), by which the same customer is recognised however the
 * number was written (policy {@code duplicate.key}). Never printed whole by accident: {@link #toString()} is masked.
 */
public record PhoneNumber(String normalised) {

    /** Stands where a customer's number was before the customer was erased; nobody has it and nobody can type it. */
    public static final PhoneNumber ERASED = new PhoneNumber("+860000000000");

    private static final int LONGEST_INPUT = 40;

    /**
     * Reads a number as people write it in China: full-width digits, blanks, dashes, {@code +86}, {@code 0086}. Empty when
     * it is not one valid number (two numbers in one cell are not one number).
     */
    public static Optional<PhoneNumber> parse(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        if (text.isEmpty() || text.length() > LONGEST_INPUT || !text.matches("[+0-9()\\-\\s.·]+")) {
            return Optional.empty();
        }
        String digits = text.replaceAll("[^+0-9]", "");
        if (digits.startsWith("00")) {
            digits = "+" + digits.substring(2);
        } else if (digits.startsWith("86") && digits.length() == 13) {
            digits = "+" + digits;
        }
        try {
            PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
            Phonenumber.PhoneNumber number = numbers.parse(digits, "CN");
            if (!numbers.isValidNumber(number)) {
                return Optional.empty();
            }
            return Optional.of(new PhoneNumber(numbers.format(number, PhoneNumberFormat.E164)));
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** Whether it is a number that a person carries; a land line can be a second number but is no duplicate key. */
    public boolean isMobile() {
        try {
            PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
            PhoneNumberType type = numbers.getNumberType(numbers.parse(normalised, "CN"));
            return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
        } catch (NumberParseException impossible) {
            return false;
        }
    }

    /** As people at home write it: without {@code +86}. */
    public String national() {
        if (equals(ERASED)) {
            return "—";
        }
        return normalised.startsWith("+86") ? normalised.substring(3) : normalised;
    }

    public String lastFour() {
        return normalised.substring(normalised.length() - 4);
    }

    /** {@code 138****1234}: all that a list, a log or a colleague sees. */
    public String masked() {
        if (equals(ERASED)) {
            return "—";
        }
        String number = national();
        return number.substring(0, 3) + "****" + lastFour();
    }

    @Override
    public String toString() {
        return masked();
    }
}
