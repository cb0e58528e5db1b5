package io.genjin.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** The identity of one thing, never to be mistaken for another kind's. Given by the application, never by the database. */
public interface TypedId {

    UUID value();

    /**
     * A new identity that sorts by the moment it was made (UUID version 7), so that rows made together lie together.
     */
    static UUID newValue() {
        long millis = Clock.systemUTC().millis();
        byte[] chance = new byte[10];
        Randomness.SOURCE.nextBytes(chance);
        long high = (millis << 16) | 0x7000L | ((chance[0] & 0x0FL) << 8) | (chance[1] & 0xFFL);
        long low = 0;
        for (int i = 2; i < 10; i++) {
            low = (low << 8) | (chance[i] & 0xFFL);
        }
        return new UUID(high, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

    /** The identity written in {@code text}; anything else names nothing, which is not found rather than an error. */
    static UUID parse(String text) {
        try {
            UUID value = UUID.fromString(text);
            if (value.toString().equalsIgnoreCase(text)) {
                return value;
            }
        } catch (IllegalArgumentException notAnIdentity) {
            // falls through: text that is no identity names nothing
        }
        throw new NothingHere(text);
    }

    /** Holds the one source of chance; opening it costs, so it is opened once. */
    final class Randomness {

        private static final SecureRandom SOURCE = new SecureRandom();

        private Randomness() {}
    }
}
