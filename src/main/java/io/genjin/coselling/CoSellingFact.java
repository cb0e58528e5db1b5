package io.genjin.coselling;

import io.genjin.journal.Frozen;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.Prospect;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Who introduced whom, and what was paid for it; partners by identity, never by name or number. */
public record CoSellingFact(
        DealershipId dealership,
        Kind what,
        UUID prospect,
        UUID actor,
        Instant happenedAt,
        Frozen frozen,
        Map<String, Object> details)
        implements JournalFact {

    /** The kinds, as the journal names them. */
    public enum Kind {
        INTRODUCED,
        /** The car was delivered: the promised reward waits to be approved. */
        REWARD_DUE,
        /** The reward was paid. */
        REWARDED
    }

    static CoSellingFact of(Kind what, Prospect prospect, Map<String, Object> details, StaffId by, Instant at) {
        return new CoSellingFact(
                prospect.dealership(),
                what,
                prospect.id().value(),
                by.value(),
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
