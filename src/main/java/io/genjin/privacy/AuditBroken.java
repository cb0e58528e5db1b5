package io.genjin.privacy;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sealed records are not as they were written: found when they were read again by night (S-R75). */
record AuditBroken(DealershipId dealership, int findings, Instant happenedAt) implements JournalFact {

    @Override
    public String kind() {
        return "AUDIT_BROKEN";
    }

    @Override
    public @Nullable UUID prospect() {
        return null;
    }

    @Override
    public @Nullable UUID actor() {
        return null;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("findings", findings);
    }
}
