package io.genjin.hlist;

import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One consultant's list for one week (H级客户名单): the customers on it, or why nobody is likely.
 *
 * @param manager      who held the analysis first
 * @param nobodyReason why nobody is likely to buy; a list held has customers or this reason
 * @param closedAt     the end of its week; none while it may be changed
 */
public record HList(
        HListId id,
        ListWeek week,
        StaffId consultant,
        StaffId manager,
        Instant heldAt,
        @Nullable String nobodyReason,
        int version,
        @Nullable Instant closedAt,
        List<HListEntry> entries) {

    public HList {
        entries = List.copyOf(entries);
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    public Optional<HListEntry> entry(HListEntryId wanted) {
        return entries.stream().filter(one -> one.id().equals(wanted)).findFirst();
    }
}
