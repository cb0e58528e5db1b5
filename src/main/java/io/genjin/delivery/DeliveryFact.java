package io.genjin.delivery;

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

/** Something that happened on the way to a handover; that it was made is told by the prospect's life (DELIVERED). */
public record DeliveryFact(
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
        DELIVERY_SCHEDULED,
        DELIVERY_MOVED,
        DELIVERY_CALLED_OFF,
        /** Something the customer was still owed when signing was settled. */
        OUTSTANDING_SETTLED
    }

    static DeliveryFact of(Kind what, DeliveryId delivery, Prospect prospect, @Nullable StaffId by, Instant at) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("delivery", delivery.toString());
        return new DeliveryFact(
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

    /** The same fact saying one thing more; nothing to say adds nothing. */
    DeliveryFact with(String name, @Nullable Object value) {
        if (value == null || value.equals("")) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new DeliveryFact(dealership, what, prospect, actor, happenedAt, frozen, more);
    }

    @Override
    public String kind() {
        return what.name();
    }
}
