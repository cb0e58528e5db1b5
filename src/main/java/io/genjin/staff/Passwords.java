package io.genjin.staff;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords and judges new ones. A password is hashed with SHA-512 before bcrypt, so that one of 128 characters or in
 * Chinese counts whole and not only its first 72 bytes (S-R4).
 */
@Component
public class Passwords {

    private static final int LONGEST = 128;
    private static final int STRENGTH = 12;

    private final BCryptPasswordEncoder bcrypt;
    private final String nobodysHash;

    @Autowired
    Passwords() {
        this(STRENGTH);
    }

    Passwords(int strength) {
        this.bcrypt = new BCryptPasswordEncoder(strength);
        this.nobodysHash = bcrypt.encode(digest("nobody has this password"));
    }

    public String hash(String password) {
        return bcrypt.encode(digest(password));
    }

    boolean matches(String password, String hash) {
        return bcrypt.matches(digest(password), hash);
    }

    /** Takes as long as a comparison, for names that nobody has (S-R3). */
    void pretend(String password) {
        bcrypt.matches(digest(password), nobodysHash);
    }

    /**
     * @throws FieldsRefused naming {@code field} when the password is too short, too long, common, holds the sign-in name, or has
     *                       fewer kinds of characters than the dealership's preset asks
     */
    void check(String password, String username, String field, PasswordPreset preset) {
        String plain = Normalizer.normalize(password, Normalizer.Form.NFKC);
        int length = plain.codePointCount(0, plain.length());
        if (length < preset.shortest()) {
            throw new FieldsRefused(Field.of(field, "password.short", preset.shortest()));
        }
        if (length > LONGEST) {
            throw new FieldsRefused(Field.of(field, "field.tooLong", LONGEST));
        }
        if (kinds(plain) < preset.kinds()) {
            throw new FieldsRefused(Field.of(field, "password.kinds", preset.kinds()));
        }
        String letters = plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}@]+", "");
        boolean monotone = plain.codePoints().distinct().count() < 5;
        if (monotone
                || CommonPasswords.holds(plain)
                || letters.isEmpty() && plain.length() < 16
                || holds(plain, username)) {
            throw new FieldsRefused(Field.of(field, "password.common"));
        }
    }

    /** Of capitals, small letters, figures and other signs; letters of scripts without capitals are signs like any other. */
    private static long kinds(String plain) {
        return plain.codePoints()
                .map(sign -> Character.isUpperCase(sign)
                        ? 0
                        : Character.isLowerCase(sign) ? 1 : Character.isDigit(sign) ? 2 : 3)
                .distinct()
                .count();
    }

    private static boolean holds(String password, String username) {
        String flat = password.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return flat.contains(username.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""));
    }

    private static String digest(String password) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-512")
                    .digest(Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sum).substring(0, 71);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
