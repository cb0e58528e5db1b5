package io.genjin.prospect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Three times that a click cannot set: the first attempt, the first two-way contact, and the first appointment or visit. Only
 * consultants and sales managers make them; the contact in which the information was obtained is none (1.12 rule 1).
 */
public record Firsts(
        @Nullable Instant attempt,
        @Nullable Instant reached,
        @Nullable Instant met) {

    static final Firsts NONE = new Firsts(null, null, null);

    /** The same with one contact more, which may have happened before those known. */
    Firsts and(ContactMade contact) {
        if (!contact.qualifies()) {
            return this;
        }
        return new Firsts(
                earlier(attempt, contact.at()),
                contact.answered() ? earlier(reached, contact.at()) : reached,
                contact.met() ? earlier(met, contact.at()) : met);
    }

    private static Instant earlier(@Nullable Instant known, Instant other) {
        return known == null || other.isBefore(known) ? other : known;
    }
}
