package io.genjin.journal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the journal as it was written; what it says can be corrected only by another line. */
public record JournalEntry(
        UUID id,
        @Nullable UUID prospect,
        String kind,
        Instant happenedAt,
        Instant recordedAt,
        @Nullable UUID actor,
        @Nullable UUID owner,
        @Nullable String grade,
        @Nullable String source,
        @Nullable UUID corrects,
        Map<String, Object> details) {

    /** A value of the details as text; empty when there is none. */
    public String detail(String name) {
        Object value = details.get(name);
        return value == null ? "" : value.toString();
    }
}
