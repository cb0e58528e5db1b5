package io.genjin.presentation;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a show car. */
public record ShowCarFact(
        DealershipId dealership, Kind what, UUID actor, Instant happenedAt, Map<String, Object> details)
        implements JournalFact {

    /** The kinds, as the journal names them. */
    public enum Kind {
        SHOW_CAR_ADDED,
        SHOW_CAR_CHECKED,
        SHOW_CAR_REMOVED
    }

    static ShowCarFact of(Kind what, ShowCar car, StaffMember by, Instant at) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("car", car.id().toString());
        details.put("model", car.modelName());
        details.put("place", car.place());
        details.put("readiness", car.readiness().name());
        if (car.today() != null) {
            details.put(
                    "missing", car.today().missing().stream().map(Enum::name).toList());
        }
        return new ShowCarFact(by.dealership(), what, by.id().value(), at, details);
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
