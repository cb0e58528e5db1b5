package io.genjin.presentation;

import io.genjin.journal.JournalEntry;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the customer is in the showroom, as the journal tells: a presentation is written down before they leave (2.5).
 *
 * @param since  when the last visit began
 * @param leftAt when it ended; nothing while the customer is there
 */
public record VisitNow(@Nullable Instant since, @Nullable Instant leftAt) {

    private static final Set<String> BEGINS = Set.of("VISIT_ARRIVED", "VISIT_FILED");
    private static final Set<String> ENDS = Set.of("VISIT_LEFT", "VISIT_CLOSED");

    static VisitNow of(Collection<JournalEntry> entries) {
        Instant since = last(entries, BEGINS);
        Instant left = last(entries, ENDS);
        return new VisitNow(since, since == null || left == null || left.isBefore(since) ? null : left);
    }

    private static @Nullable Instant last(Collection<JournalEntry> entries, Set<String> kinds) {
        return entries.stream()
                .filter(entry -> kinds.contains(entry.kind()))
                .map(JournalEntry::happenedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    public boolean isOpen() {
        return since != null && leftAt == null;
    }

    /** Whether the customer was still there at a moment, for a walk that began during the last visit; unknown without one. */
    @Nullable
    Boolean wasThere(Instant startedAt, Instant recordedAt) {
        if (since == null || leftAt != null && startedAt.isAfter(leftAt)) {
            return null;
        }
        return leftAt == null || !recordedAt.isAfter(leftAt);
    }
}
