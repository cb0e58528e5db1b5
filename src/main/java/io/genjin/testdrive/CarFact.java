package io.genjin.testdrive;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that was decided about a test car, a route or the words to sign; it concerns no customer. */
public record CarFact(DealershipId dealership, Kind what, UUID actor, Instant happenedAt, Map<String, Object> details)
        implements JournalFact {

    /** The kinds, as the journal names them. */
    public enum Kind {
        TEST_CAR_ADDED,
        TEST_CAR_CHANGED,
        TEST_CAR_CHECKED,
        CAR_LOAN_APPLIED,
        CAR_LOAN_DECIDED,
        CAR_LOAN_TAKEN,
        CAR_LOAN_BACK,
        DRIVE_RULES_CHANGED,
        DRIVE_ROUTE_ADDED,
        DRIVE_ROUTE_RETIRED,
        AGREEMENT_TEXT_WRITTEN
    }

    static CarFact of(Kind what, StaffMember by, Instant at, Map<String, Object> details) {
        return new CarFact(by.dealership(), what, by.id().value(), at, details);
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
