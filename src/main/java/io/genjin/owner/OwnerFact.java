package io.genjin.owner;

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

/** Something that happened to a customer who bought; charged to the consultant in charge of the file at that moment. */
public record OwnerFact(
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
        OWNER_FILED,
        OWNER_CHANGED,
        OWNER_HANDED_OVER,
        CALLBACK_DONE,
        COMPLAINT_OPENED,
        COMPLAINT_ASSIGNED,
        COMPLAINT_ANSWERED,
        /** Somebody else asked the owner again; still unhappy, or not reached. */
        COMPLAINT_ASKED,
        /** Nobody acted in time: the sales manager is told. */
        COMPLAINT_ESCALATED,
        COMPLAINT_CLOSED,
        REFERRAL_GIVEN,
        REFERRAL_THANKED,
        /** The owner wants another car; a case of its own is opened. */
        REPURCHASE
    }

    static OwnerFact of(Kind what, OwnerFile file, Prospect prospect, @Nullable StaffId by, Instant at) {
        return new OwnerFact(
                file.dealership(),
                what,
                file.prospect().value(),
                by == null ? null : by.value(),
                at,
                new Frozen(
                        file.consultant().value(),
                        prospect.grade().name(),
                        prospect.content().source().name()),
                Map.of("owner", file.id().toString()));
    }

    /** The same fact saying one thing more; nothing to say adds nothing. */
    OwnerFact with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value instanceof UUID id ? id.toString() : value);
        return new OwnerFact(dealership, what, prospect, actor, happenedAt, frozen, more);
    }

    @Override
    public String kind() {
        return what.name();
    }
}
