package io.genjin.erasure;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened about the erasure of a customer: by whom, why, when; nothing of the customer. */
public record ErasureFact(
        DealershipId dealership,
        Kind what,
        UUID prospect,
        @Nullable UUID actor,
        Instant happenedAt,
        Map<String, Object> details)
        implements JournalFact {

    /** The kinds, as the journal names them. */
    public enum Kind {
        ERASURE_ASKED,
        ERASURE_CONFIRMED,
        ERASURE_DECLINED,
        CUSTOMER_ERASED,
        /** An older backup came back, and the customer was erased from it before anybody could look. */
        CUSTOMER_ERASED_AGAIN
    }

    static ErasureFact of(Kind what, Erasure erasure, @Nullable UUID actor, Instant at) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("erasure", erasure.id().toString());
        details.put("reason", erasure.reason().name());
        if (erasure.declinedFor() != null) {
            details.put("declined", erasure.declinedFor().name());
        }
        return new ErasureFact(erasure.dealership(), what, erasure.prospect().value(), actor, at, Map.copyOf(details));
    }

    @Override
    public String kind() {
        return what.name();
    }
}
