package io.genjin.duplicate.web;

import io.genjin.duplicate.DuplicateDesk;
import io.genjin.duplicate.LookThrough;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import io.genjin.staff.StaffId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pairs that may be one customer, and who caused how many.
 *
 * @param causedBy whose pairs are shown, as the address says; empty for all open ones
 */
public record DuplicatesPage(
        Page<DuplicateDesk.Row> rows,
        List<Figure> figures,
        @Nullable LookThrough look,
        String causedBy,
        @Nullable String notice,
        People people) {

    /** How many pairs one person caused; the number opens its rows. */
    public record Figure(@Nullable StaffId by, String key, int pairs) {

        public String path() {
            return "/duplicates?causedBy=" + key;
        }
    }

    /** Address of the next part. */
    public String nextPath() {
        return "/duplicates?" + (causedBy.isEmpty() ? "" : "causedBy=" + causedBy + "&") + "cursor=" + rows.next();
    }
}
