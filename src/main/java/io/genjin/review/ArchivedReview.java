package io.genjin.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review in the archive: the text that was stored, and what proves that it still is that text.
 *
 * @param digest SHA-256 of the text, as stored beside it
 * @param entry  the journal entry that says the same digest; the journal cannot be changed
 * @param proof  whether text, digest and journal agree now
 */
public record ArchivedReview(
        ReviewId id, Sealed sealed, String digest, UUID entry, Proof proof, List<Addendum> addenda) {

    /** What is stored as one text. */
    public record Sealed(
            Minutes minutes,
            Person archivedBy,
            Instant archivedAt,
            @Nullable String previousDigest) {}

    /** Whether the archive can be believed. */
    public enum Proof {
        /** Text, digest and journal say the same. */
        AGREES,
        /** Somebody changed the text or the digest behind the product's back. */
        DIFFERS
    }

    /** What was added after the archiving: a correction with its reason, never a change. */
    public record Addendum(UUID id, String words, String reason, Person by, Instant at) {

        static final int LONGEST = 2000;
        static final int LONGEST_REASON = 300;
    }

    public ArchivedReview {
        addenda = List.copyOf(addenda);
    }
}
