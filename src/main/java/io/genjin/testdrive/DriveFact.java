package io.genjin.testdrive;

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

/** Something that happened to a customer's test drive. */
public record DriveFact(
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
        DRIVE_BOOKED,
        DRIVE_MOVED,
        DRIVE_CANCELLED,
        DRIVE_AGREED,
        DRIVE_STARTED,
        /** The car is back: a ride or drive with agreement took place (4.2 TEST_DRIVES). */
        TEST_DRIVEN,
        DRIVE_EVALUATED,
        /** It was offered, and the customer did not want it. */
        DRIVE_REFUSED
    }

    static DriveFact of(Kind what, Prospect prospect, StaffId by, Instant at) {
        return new DriveFact(
                prospect.dealership(),
                what,
                prospect.id().value(),
                by.value(),
                at,
                new Frozen(
                        prospect.owner().value(),
                        prospect.grade().name(),
                        prospect.content().source().name()),
                Map.of());
    }

    DriveFact with(String detail, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(detail, value);
        return new DriveFact(dealership, what, prospect, actor, happenedAt, frozen, more);
    }

    @Override
    public String kind() {
        return what.name();
    }
}
