package io.genjin.followup;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A day was closed, or opened again. */
public record CalendarChanged(
        DealershipId dealership, UUID actor, Instant happenedAt, LocalDate day, boolean closed, String reason)
        implements JournalFact {

    @Override
    public String kind() {
        return closed ? "DAY_CLOSED" : "DAY_OPENED";
    }

    @Override
    public @Nullable UUID prospect() {
        return null;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("day", day.toString(), "reason", reason);
    }
}
