package io.genjin.followup;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The opening calendar became another one: days closed, opened or let follow the week again, or other weekly closing days. */
public record CalendarChanged(
        DealershipId dealership, Kind what, UUID actor, Instant happenedAt, Map<String, Object> details)
        implements JournalFact {

    /** What changed, as the journal names it. */
    public enum Kind {
        DAY_CLOSED,
        DAY_OPENED,
        DAY_AS_USUAL,
        WEEKLY_CLOSING_CHANGED,
        HOLIDAYS_TAKEN
    }

    @Override
    public String kind() {
        return what.name();
    }

    @Override
    public @Nullable UUID prospect() {
        return null;
    }
}
