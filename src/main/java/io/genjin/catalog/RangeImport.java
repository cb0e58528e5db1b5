package io.genjin.catalog;

import io.genjin.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A range sheet that somebody brought: who, when, and when it was taken over, if it was. */
public record RangeImport(
        RangeImportId id,
        String fileName,
        StaffId uploadedBy,
        Instant uploadedAt,
        @Nullable StaffId appliedBy,
        @Nullable Instant appliedAt) {

    public boolean isApplied() {
        return appliedAt != null;
    }
}
