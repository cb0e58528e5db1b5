package io.genjin.staff;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a person gets e-mail. The part before the sign is letters, digits and the usual marks; a domain in Chinese is kept in its
 * ASCII form (例子.公司 as xn--fsqu00a.xn--55qx5d), which every mail server understands. What could end a header or name a second
 * reader is no address.
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    public EmailAddress {
        if (!isWhole(value)) {
            throw new IllegalArgumentException("no e-mail address");
        }
    }

    /**
     * Reads what was typed; nothing typed is no address.
     *
     * @throws FieldsRefused naming {@code email}
     */
    public static @Nullable EmailAddress read(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        int sign = text.lastIndexOf('@');
        String whole = sign < 1 ? text : text.substring(0, sign + 1) + ascii(text.substring(sign + 1));
        if (!isWhole(whole)) {
            throw new FieldsRefused(Field.of("email", "staff.email.wrong"));
        }
        return new EmailAddress(whole);
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noDomain) {
            return "";
        }
    }

    private static boolean isWhole(String text) {
        int sign = text.lastIndexOf('@');
        if (sign < 1 || sign > LONGEST_LOCAL || text.length() > LONGEST) {
            return false;
        }
        String domain = text.substring(sign + 1);
        String top = domain.substring(domain.lastIndexOf('.') + 1);
        return LOCAL.matcher(text.substring(0, sign)).matches()
                && DOMAIN.matcher(domain).matches()
                && !DIGITS.matcher(top).matches();
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** As people write it: a Chinese domain in Chinese. */
    public String shown() {
        return value.substring(0, value.lastIndexOf('@') + 1) + IDN.toUnicode(domain());
    }

    /** Without the address: logs and messages of defects show none (S-R88). */
    @Override
    public String toString() {
        return "an e-mail address";
    }
}
