package io.genjin.group;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody from outside unlocked personal data of the dealership; in its own journal, so that its managers are told. */
public record UnlockFact(DealershipId dealership, Instant happenedAt, Map<String, Object> details)
        implements JournalFact {

    static UnlockFact of(Unlock unlock, String untilThere) {
        return new UnlockFact(
                unlock.dealership(),
                unlock.at(),
                Map.of(
                        "unlock", unlock.id().toString(),
                        "visitor", unlock.visitor(),
                        "purpose", unlock.purpose().name(),
                        "until", untilThere));
    }

    @Override
    public String kind() {
        return "DATA_UNLOCKED";
    }

    @Override
    public @Nullable UUID prospect() {
        return null;
    }

    /** Nobody of the dealership; who it was stands in the details. */
    @Override
    public @Nullable UUID actor() {
        return null;
    }
}
