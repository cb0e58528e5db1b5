package io.genjin.duplicate.web;

import io.genjin.duplicate.Merge;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A merge as other systems see it; the two cases are read at their own addresses. */
record MergeView(
        String id,
        String survivor,
        String absorbed,
        OffsetDateTime mergedAt,
        OffsetDateTime undoableUntil,
        @Nullable OffsetDateTime undoneAt) {

    static MergeView of(Merge merge, ZoneId zone) {
        return new MergeView(
                merge.id().toString(),
                merge.survivor().toString(),
                merge.absorbed().toString(),
                merge.at().atZone(zone).toOffsetDateTime(),
                merge.undoableUntil().atZone(zone).toOffsetDateTime(),
                merge.undoneAt() == null ? null : merge.undoneAt().atZone(zone).toOffsetDateTime());
    }
}
