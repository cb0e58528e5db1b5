package io.genjin.appointment;

import io.genjin.journal.Frozen;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.Prospect;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to an appointment. */
public record AppointmentFact(
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
        APPOINTMENT_MADE,
        APPOINTMENT_MOVED,
        APPOINTMENT_KEPT,
        APPOINTMENT_CANCELLED,
        /** The customer did not come, an hour after the time. */
        NO_SHOW
    }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    static AppointmentFact of(
            Kind what, Appointment one, Prospect prospect, ZoneId zone, @Nullable StaffId by, Instant at) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("appointment", one.id().toString());
        details.put("for", one.kind().name());
        details.put("at", one.at().toString());
        details.put("day", one.at().atZone(zone).toLocalDate().toString());
        details.put("time", TIME.format(one.at().atZone(zone)));
        details.put("with", (one.with() == null ? prospect.owner() : one.with()).toString());
        if (one.invitedIn() != null) {
            details.put("invitedIn", one.invitedIn().toString());
        }
        if (one.reason() != null) {
            details.put("reason", one.reason());
        }
        Frozen frozen = new Frozen(
                prospect.owner().value(),
                prospect.grade().name(),
                prospect.content().source().name());
        return new AppointmentFact(
                prospect.dealership(),
                what,
                prospect.id().value(),
                by == null ? null : by.value(),
                at,
                frozen,
                details);
    }

    /** The same fact saying one thing more. */
    AppointmentFact with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new AppointmentFact(dealership, what, prospect, actor, happenedAt, frozen, more);
    }

    @Override
    public String kind() {
        return what.name();
    }
}
