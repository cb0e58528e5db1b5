package io.genjin.quality;

import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row that a number of data quality counts. A number is how many marks it has, and they are what it opens, so the two
 * cannot differ.
 *
 * @param part     what of the numbers it belongs to
 * @param person   whom it is counted for
 * @param prospect the customer; nobody for a stretch of entries
 * @param entry    the journal entry that tells of it; nothing for what merely stands now
 * @param measure  how many days it measures, where its number is a median
 * @param reasons  reasons it is told by
 * @param note     the text {@code markNote.<note>} that says why it is marked, with the details in their order
 */
public record Mark(
        String part,
        @Nullable StaffId person,
        LocalDate day,
        Instant at,
        @Nullable UUID prospect,
        UUID id,
        @Nullable UUID entry,
        @Nullable Long measure,
        List<String> reasons,
        @Nullable String note,
        Map<String, Object> details) {

    public Mark {
        reasons = List.copyOf(reasons);
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** A mark on what an entry tells. */
    static Mark of(
            String part, @Nullable StaffId person, LocalDate day, Instant at, @Nullable UUID prospect, UUID entry) {
        return new Mark(part, person, day, at, prospect, entry, entry, null, List.of(), null, Map.of());
    }

    /** A mark on a prospect as it stands. */
    static Mark standing(String part, @Nullable StaffId person, LocalDate day, Instant at, UUID prospect) {
        return new Mark(part, person, day, at, prospect, prospect, null, null, List.of(), null, Map.of());
    }

    Mark because(String why, Map<String, Object> values) {
        return new Mark(part, person, day, at, prospect, id, entry, measure, reasons, why, values);
    }

    Mark forReasons(List<String> codes) {
        return new Mark(part, person, day, at, prospect, id, entry, measure, codes, note, details);
    }

    Mark measuring(@Nullable Long days) {
        return new Mark(part, person, day, at, prospect, id, entry, days, reasons, note, details);
    }

    /** The same mark under another identity, where one entry tells several. */
    Mark as(UUID other) {
        return new Mark(part, person, day, at, prospect, other, entry, measure, reasons, note, details);
    }

    Mark part(String other) {
        return new Mark(other, person, day, at, prospect, id, entry, measure, reasons, note, details);
    }
}
