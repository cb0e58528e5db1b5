package io.genjin.ownership;

import io.genjin.journal.Frozen;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.Prospect;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to the question whose customer it is. Published in the transaction that made it happen. */
public record OwnershipFact(
        DealershipId dealership,
        Kind what,
        UUID prospect,
        @Nullable UUID actor,
        Instant happenedAt,
        Frozen frozen,
        Map<String, Object> details)
        implements JournalFact {

    /** The kinds of facts this module knows. */
    public enum Kind {
        /** Two consultants and one customer (撞单). */
        COLLISION_OPENED,
        /** A colleague claims a customer whom the owner neglects. */
        COLLISION_CLAIMED,
        COLLISION_DECIDED,
        COLLISION_APPEALED,
        /** Nobody decided within two working days: the sales manager has to. */
        COLLISION_LATE,
        ASSISTANT_NAMED,
        ASSISTANT_ENDED,
        GROUP_LINKED,
        GROUP_UNLINKED
    }

    static OwnershipFact of(Prospect prospect, Kind what, @Nullable StaffId by, Instant at) {
        return new OwnershipFact(
                prospect.dealership(),
                what,
                prospect.id().value(),
                by == null ? null : by.value(),
                at,
                new Frozen(
                        prospect.owner().value(),
                        prospect.grade().name(),
                        prospect.content().source().name()),
                Map.of("cardNo", prospect.cardNo()));
    }

    /** The same fact saying one thing more; nothing to say adds nothing. */
    OwnershipFact with(String name, @Nullable Object value) {
        if (value == null || value.equals("")) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(details);
        Object written = value instanceof StaffId person ? person.toString() : value;
        more.put(name, written instanceof UUID id ? id.toString() : written);
        return new OwnershipFact(dealership, what, prospect, actor, happenedAt, frozen, more);
    }

    @Override
    public String kind() {
        return what.name();
    }
}
