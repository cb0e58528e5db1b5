package io.genjin.journal;

import io.genjin.shared.DealershipId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at the dealership and that a timeline, a target or a report could care about. Events of the
 * modules implement it; publishing one inside a transaction writes its entry in the same transaction: no fact without
 * entry, no entry without fact.
 */
public interface JournalFact {

    DealershipId dealership();

    /** What happened, as a stable code in capitals: {@code FOLLOW_UP_RECORDED}. */
    String kind();

    /** The prospect it is about, if it is about one. */
    @Nullable
    UUID prospect();

    /** The person who did it; nobody when the clock did. */
    @Nullable
    UUID actor();

    /** When it happened, which may be before it is recorded. */
    Instant happenedAt();

    /** Codes and values that say the rest. Never a telephone or identity number: the journal is not encrypted. */
    Map<String, Object> details();

    /** Owner, grade and source at that moment, as reports count it (domain 4.1 rule 5). */
    default Frozen frozen() {
        return Frozen.NOTHING;
    }

    /** The entry that this one corrects; nothing is ever changed in place. */
    default @Nullable UUID corrects() {
        return null;
    }

    /** The identity of this entry, by which a correction can point at it. */
    default @Nullable UUID entryId() {
        return null;
    }
}
