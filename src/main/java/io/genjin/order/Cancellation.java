package io.genjin.order;

import io.genjin.shared.Money;
import io.genjin.staff.StaffId;
import java.time.Instant;

/**
 * That an order came to nothing, why, and what is given back.
 *
 * @param refund what the cashier pays back; the rest of what was paid is kept
 */
public record Cancellation(Reason reason, String words, Money refund, StaffId by, Instant at) {

    /** Why an order is cancelled (退订原因). */
    public enum Reason {
        LOAN_REFUSED,
        DELIVERY_TOO_LATE,
        PRICE,
        OTHER_BRAND,
        OTHER_DEALER,
        NO_PLATE_QUOTA,
        FAMILY,
        MONEY,
        MISTAKE,
        OTHER
    }
}
