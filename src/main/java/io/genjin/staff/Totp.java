package io.genjin.staff;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The six figures that an authenticator shows for half a minute, after RFC 6238 as every authenticator reads it (S-R8). */
final class Totp {

    static final int SECRET_BYTES = 20;

    private static final long STEP_SECONDS = 30;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long stepAt(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    static String codeAt(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] sum =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = sum[sum.length - 1] & 0xf;
            int number = ByteBuffer.wrap(sum, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The step to which {@code code} belongs: this one, the one before or the one after, for clocks that differ a little. */
    static Optional<Long> stepOf(byte[] secret, String code, Instant at) {
        long now = stepAt(at);
        for (long step = now - 1; step <= now + 1; step++) {
            if (codeAt(secret, step).equals(code)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** The secret as people type it into an authenticator that cannot see the picture. */
    static String written(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int buffer = 0;
        for (byte one : secret) {
            buffer = buffer << 8 | one & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt(buffer >> bits & 31));
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(buffer << 5 - bits & 31));
        }
        return text.toString();
    }
}
