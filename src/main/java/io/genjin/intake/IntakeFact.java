package io.genjin.intake;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a sheet of customers as a whole; each customer has an entry of their own. */
public record IntakeFact(
        DealershipId dealership, Kind what, @Nullable UUID actor, Instant happenedAt, Map<String, Object> details)
        implements JournalFact {

    /** The kinds of facts this module knows. */
    public enum Kind {
        IMPORT_STARTED,
        IMPORT_FINISHED,
        IMPORT_STOPPED,
        IMPORT_WITHDRAWN
    }

    static IntakeFact of(ImportBatch batch, Kind what, @Nullable StaffId by, Instant at) {
        return new IntakeFact(
                batch.dealership(),
                what,
                by == null ? null : by.value(),
                at,
                Map.of(
                        "batch", batch.id().toString(),
                        "fileName", batch.fileName(),
                        "rows", batch.doneRows(),
                        "imported", batch.imported(),
                        "duplicates", batch.duplicates(),
                        "refused", batch.refused()));
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
