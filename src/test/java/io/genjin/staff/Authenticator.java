package io.genjin.staff;

import java.nio.ByteBuffer;
import java.time.Instant;

/** The app on a person's telephone, told its secret by typing it. */
final class Authenticator {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    Authenticator(String typed) {
        this.secret = secret(typed.replace(" ", ""));
    }

    /** What it shows at that moment. */
    String shows(Instant at) {
        return Totp.codeAt(secret, Totp.stepAt(at));
    }

    static byte[] secret(String typed) {
        ByteBuffer bytes = ByteBuffer.allocate(typed.length() * 5 / 8);
        int bits = 0;
        int buffer = 0;
        for (int place = 0; place < typed.length(); place++) {
            buffer = buffer << 5 | ALPHABET.indexOf(typed.charAt(place));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return bytes.array();
    }
}
