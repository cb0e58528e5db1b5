package io.genjin.followup;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of follow-up changed: which grades have another rhythm from {@code happenedAt} on, and why. */
public record PolicyChanged(
        DealershipId dealership, UUID actor, Instant happenedAt, Map<String, Object> rhythms, String reason)
        implements JournalFact {

    @Override
    public String kind() {
        return "POLICY_CHANGED";
    }

    @Override
    public @Nullable UUID prospect() {
        return null;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("rhythms", rhythms, "reason", reason);
    }
}
