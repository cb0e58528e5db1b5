package io.genjin.objection;

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

/** An objection was raised, or answered; codes only, never what was said. */
public record ObjectionFact(
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
        OBJECTION_RAISED,
        OBJECTION_ANSWERED
    }

    static ObjectionFact of(Kind what, Objection objection, Prospect prospect, StaffId by, Instant at) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("objection", objection.id().toString());
        details.put("type", objection.type().name());
        return new ObjectionFact(
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

    ObjectionFact with(String detail, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(detail, value);
        return new ObjectionFact(dealership, what, prospect, actor, happenedAt, frozen, more);
    }

    @Override
    public String kind() {
        return what.name();
    }
}
