package io.genjin.privacy;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something about what may leave the house: limits changed, more asked, given or refused, unusually many numbers seen. */
public record ExportFact(
        DealershipId dealership, Kind what, @Nullable UUID actor, Instant happenedAt, Map<String, Object> details)
        implements JournalFact {

    /** The kinds of facts this module knows. */
    public enum Kind {
        EXPORT_LIMITS_CHANGED,
        EXPORT_ASKED,
        EXPORT_GRANTED,
        EXPORT_REFUSED,
        /** Somebody saw unusually many numbers in full on one day; the clock tells, not the person. */
        REVEALS_UNUSUAL
    }

    static ExportFact of(Kind what, StaffMember by, Instant at) {
        return new ExportFact(
                by.dealership(),
                what,
                what == Kind.REVEALS_UNUSUAL ? null : by.id().value(),
                at,
                Map.of());
    }

    ExportFact with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value instanceof Number ? value : value.toString());
        return new ExportFact(dealership, what, actor, happenedAt, more);
    }

    @Override
    public String kind() {
        return what.name();
    }

    @Override
    public @Nullable UUID prospect() {
        return null;
    }
}
