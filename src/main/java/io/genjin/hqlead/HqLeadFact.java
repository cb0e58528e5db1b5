package io.genjin.hqlead;

import io.genjin.journal.Frozen;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.Prospect;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened at the desk for HQ leads. */
public record HqLeadFact(
        DealershipId dealership,
        Kind what,
        @Nullable UUID prospect,
        @Nullable UUID actor,
        Instant happenedAt,
        Frozen frozen,
        Map<String, Object> details)
        implements JournalFact {

    /** The kinds of facts this module knows. */
    public enum Kind {
        /** Some of a lead's 24 hours are over and nobody followed it (2.1). */
        HQ_LEAD_WARNED,
        /** The day's status of a lead, as a person says it. */
        HQ_STATUS_RECORDED,
        /** A day's feedback went to HQ, or HQ fetched it. */
        HQ_FEEDBACK_SENT
    }

    static HqLeadFact of(Prospect prospect, Kind what, @Nullable StaffMember by, Instant at) {
        return new HqLeadFact(
                prospect.dealership(),
                what,
                prospect.id().value(),
                by == null ? null : by.id().value(),
                at,
                new Frozen(
                        prospect.owner().value(),
                        prospect.grade().name(),
                        prospect.content().source().name()),
                Map.of());
    }

    /** A fact about the dealership as a whole; HQ's own people are named in it, for they are not of its staff. */
    static HqLeadFact of(DealershipId dealership, Kind what, @Nullable StaffMember by, Instant at) {
        return new HqLeadFact(
                dealership, what, null, by == null ? null : by.id().value(), at, Frozen.NOTHING, Map.of());
    }

    /** The same fact saying one thing more; nothing to say adds nothing. */
    HqLeadFact with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new TreeMap<>(details);
        more.put(name, value);
        return new HqLeadFact(dealership, what, prospect, actor, happenedAt, frozen, more);
    }

    @Override
    public String kind() {
        return what.name();
    }
}
