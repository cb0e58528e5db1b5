package io.genjin.defeat;

import io.genjin.journal.Frozen;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.Prospect;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that was found out about a defeat; the steps of the case itself are the prospect's facts. */
public record DefeatFact(
        DealershipId dealership,
        Kind what,
        UUID prospect,
        @Nullable UUID actor,
        Instant happenedAt,
        Frozen frozen,
        Map<String, Object> details)
        implements JournalFact {

    /** The kinds, as the journal names them. */
    public enum Kind {
        /** Another person asked the customer before the decision. */
        DEFEAT_VERIFIED,
        /** Chance chose the defeat for a courtesy call. */
        COURTESY_CALL_DRAWN,
        COURTESY_CALLED
    }

    static DefeatFact of(Kind what, Prospect prospect, @Nullable StaffId by, Instant at, Map<String, Object> details) {
        return new DefeatFact(
                prospect.dealership(),
                what,
                prospect.id().value(),
                by == null ? null : by.value(),
                at,
                new Frozen(
                        prospect.owner().value(),
                        prospect.grade().name(),
                        prospect.content().source().name()),
                details);
    }

    @Override
    public String kind() {
        return what.name();
    }
}
