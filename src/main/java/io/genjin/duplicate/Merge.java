package io.genjin.duplicate;

import io.genjin.prospect.ProspectId;
import io.genjin.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Two cases of one customer that became one; for thirty days it can be undone [D]. */
public record Merge(
        MergeId id,
        ProspectId survivor,
        ProspectId absorbed,
        StaffId by,
        Instant at,
        @Nullable StaffId undoneBy,
        @Nullable Instant undoneAt) {

    public static final Duration UNDOABLE_FOR = Duration.ofDays(30);

    public Instant undoableUntil() {
        return at.plus(UNDOABLE_FOR);
    }

    public boolean isUndone() {
        return undoneAt != null;
    }
}
