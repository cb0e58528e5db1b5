package io.genjin.deal;

import io.genjin.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a quotation. Once the customer has seen it, it is never changed: another price is another version.
 *
 * @param revision how often it was written until it was shown; what was asked about is one revision and no other
 * @param level    whose word its price needs
 * @param shownAt  when the customer saw it
 */
public record QuoteVersion(
        int number,
        int revision,
        Quote quote,
        ApprovalLevel level,
        StaffId madeBy,
        Instant madeAt,
        @Nullable Instant shownAt) {

    public boolean isShown() {
        return shownAt != null;
    }
}
