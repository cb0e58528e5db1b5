package io.genjin.handover;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A successor got so many of a leaver's customers; each customer's own transfer is a fact beside it. */
public record HandedOver(
        DealershipId dealership,
        StaffId from,
        StaffId to,
        int customers,
        @Nullable UUID actor,
        Instant happenedAt) implements JournalFact {

    @Override
    public String kind() {
        return "HANDED_OVER";
    }

    @Override
    public @Nullable UUID prospect() {
        return null;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("from", from.toString(), "to", to.toString(), "customers", customers);
    }
}
