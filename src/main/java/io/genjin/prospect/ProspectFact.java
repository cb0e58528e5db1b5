package io.genjin.prospect;

import io.genjin.journal.Frozen;
import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to a prospect or its card. Published in the transaction that made it happen. */
public record ProspectFact(
        DealershipId dealership,
        Kind what,
        ProspectId id,
        @Nullable UUID actor,
        Instant happenedAt,
        Frozen frozen,
        Map<String, Object> details)
        implements JournalFact {

    /** The kinds of facts this module knows. */
    public enum Kind {
        PROSPECT_OPENED,
        LEAD_RECEIVED,
        LEAD_REPEATED,
        LEAD_ALLOCATED,
        LEAD_TAKEN_BACK,
        LEAD_INVALID,
        CARD_CHANGED,
        CARD_SUBMITTED,
        CARD_RETURNED,
        CARD_SIGNED,
        CARD_ENTERED,
        GRADE_CHANGED,
        TRANSFERRED,
        VISIT_RECORDED,
        COURTESY_RECEPTION,
        COLLISION_OPENED,
        IMPORT_TAKEN_BACK
    }

    static ProspectFact of(Prospect prospect, Kind what, @Nullable StaffId by, Instant at) {
        return new ProspectFact(
                prospect.dealership(),
                what,
                prospect.id(),
                by == null ? null : by.value(),
                at,
                prospect.frozen(),
                prospect.label());
    }

    /** The same fact saying one thing more; nothing to say adds nothing. */
    ProspectFact with(String name, @Nullable Object value) {
        if (value == null || value.equals("")) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value instanceof UUID id ? id.toString() : value);
        return new ProspectFact(dealership, what, id, actor, happenedAt, frozen, more);
    }

    @Override
    public String kind() {
        return what.name();
    }

    @Override
    public UUID prospect() {
        return id.value();
    }
}
