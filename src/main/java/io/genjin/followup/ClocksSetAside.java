package io.genjin.followup;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job could not do its work for a customer and goes on without. It names nobody: the administrator who is told sees no customers.
 */
record ClocksSetAside(DealershipId dealership, Instant happenedAt, Map<String, Object> details) implements JournalFact {

    @Override
    public String kind() {
        return "CLOCKS_SET_ASIDE";
    }

    @Override
    public @Nullable UUID prospect() {
        return null;
    }

    @Override
    public @Nullable UUID actor() {
        return null;
    }
}
