package io.genjin.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The identity of one thing, never to be mistaken for another kind's. Given by the application, never by the database. */
public interface TypedId {

    UUID value();

    /**
     * A new identity that sorts by the moment it was made (UUID version 7), so that rows made together lie together. What one
     * process makes within a millisecond is counted, so that facts written after each other also sort after each other.
     */
    static UUID newValue() {
        long millis = Clock.systemUTC().millis();
        long count = Sequence.LAST.updateAndGet(last -> Math.max(last + 1, millis << Sequence.BITS));
        byte[] chance = new byte[8];
        Sequence.CHANCE.nextBytes(chance);
        long low = 0;
        for (byte eight : chance) {
            low = (low << 8) | (eight & 0xFFL);
        }
        long high = (count >> Sequence.BITS << 16) | 0x7000L | (count & 0x0FFFL);
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

    /** The last millisecond and count given out, and the one source of chance, which costs to open. */
    final class Sequence {

        private static final int BITS = 12;
        private static final AtomicLong LAST = new AtomicLong();
        private static final SecureRandom CHANCE = new SecureRandom();

        private Sequence() {}
    }
}
