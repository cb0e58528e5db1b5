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
        IMPORT_TAKEN_BACK,
        /** No deal yet: why, and whether to visit again (1.8 states 7 and 8). */
        REVIEWED,
        VISIT_AGAIN,
        /** The consultant will not visit again; a manager must decide (1.8 state 9). */
        CAUSE_ANALYSIS_OPENED,
        /** Followed again, after a manager's decision. */
        RESUMED,
        DEFEAT_APPLIED,
        DEFEAT_SENT_TO_VERIFY,
        /** The defeat was approved; only now it counts (4.1 rule 6). */
        DEFEATED,
        DEFEAT_REJECTED,
        SET_DORMANT,
        /** The wake-up date has come. */
        WOKEN,
        /** The customer came back: the same case goes on (scenario 36). */
        REACTIVATED,
        ORDERED,
        ORDER_CANCELLED,
        DELIVERED,
        RHYTHM_CHANGED,
        IMPORTANT_CHANGED,
        RELEASED,
        CLAIMED,
        MERGED,
        MERGE_UNDONE
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
