package io.genjin.reception;

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

/** Something that happened at the door: to a party, or to the day's sheet. Codes and numbers, never what was typed. */
public record VisitFact(
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
        VISIT_ARRIVED,
        VISIT_FILED,
        VISIT_NOT_FILED,
        VISIT_LEFT,
        VISIT_CLOSED,
        /** The day is over and nobody said what follows. */
        VISIT_NOT_CLOSED,
        MANAGER_JOINED,
        PARTIES_COUNTED,
        DAILY_SHEET_SIGNED
    }

    /** A fact about a party; it belongs to the customer's history as soon as the customer is known. */
    static VisitFact of(Kind what, Visit visit, @Nullable Prospect prospect, @Nullable StaffId by, Instant at) {
        StaffId consultant = visit.consultant();
        Frozen frozen = prospect == null
                ? new Frozen(consultant == null ? null : consultant.value(), null, null)
                : new Frozen(
                        prospect.owner().value(),
                        prospect.grade().name(),
                        prospect.content().source().name());
        return new VisitFact(
                        visit.dealership(),
                        what,
                        prospect == null ? null : prospect.id().value(),
                        by == null ? null : by.value(),
                        at,
                        frozen,
                        Map.of("visit", visit.id().toString()))
                .with("consultant", consultant == null ? null : consultant.toString());
    }

    /** A fact about a day. */
    static VisitFact ofDay(Kind what, DealershipId dealership, StaffId by, Instant at) {
        return new VisitFact(dealership, what, null, by.value(), at, Frozen.NOTHING, Map.of());
    }

    /** The same fact saying one thing more; nothing to say adds nothing. */
    VisitFact with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value instanceof Enum<?> code ? code.name() : value);
        return new VisitFact(dealership, what, prospect, actor, happenedAt, frozen, more);
    }

    @Override
    public String kind() {
        return what.name();
    }
}
