package io.genjin.improvement;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of an improvement action; its words stay with the action, the journal keeps ids and days. */
public record ImprovementFact(
        DealershipId dealership, Kind what, UUID actor, Instant happenedAt, Map<String, Object> details)
        implements JournalFact {

    /** The kinds, as the journal names them. */
    public enum Kind {
        ACTION_OPENED,
        ACTION_ASSIGNED,
        ACTION_PROGRESSED,
        ACTION_DONE,
        ACTION_VERIFIED,
        ACTION_REOPENED
    }

    static ImprovementFact of(Kind what, ImprovementAction action, StaffId by, Instant at) {
        return new ImprovementFact(
                action.dealership(),
                what,
                by.value(),
                at,
                Map.of(
                        "action", action.id().toString(),
                        "report", action.plan().report().name(),
                        "deadline", action.plan().deadline().toString(),
                        "responsible", action.plan().responsible().toString()));
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
