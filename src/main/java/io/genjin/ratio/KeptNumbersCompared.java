package io.genjin.ratio;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody had the kept numbers compared with the journal. */
public record KeptNumbersCompared(
        DealershipId dealership, @Nullable UUID actor, Instant happenedAt, Map<String, Object> details)
        implements JournalFact {

    static final String KIND = "KEPT_NUMBERS_COMPARED";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public @Nullable UUID prospect() {
        return null;
    }
}
