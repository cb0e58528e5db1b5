package io.genjin.hlist;

import io.genjin.staff.StaffId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was agreed about a listed customer: why they buy, what stands in the way, what is done, by whom, and by when. */
public record EntryContent(
        String likelyReason, @Nullable String obstacle, String action, StaffId responsible, LocalDate expectedDate) {

    EntryContent handedTo(StaffId other) {
        return new EntryContent(likelyReason, obstacle, action, other, expectedDate);
    }
}
