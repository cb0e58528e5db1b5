package io.genjin.order;

import io.genjin.shared.Money;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order's ledger: money that came in, or, below nothing, that went out again. Lines are added, never changed; a
 * mistake is taken out by a line that reverses it.
 *
 * @param receiptNo number of the receipt (收据) that the payer holds
 * @param reverses  the line that this one takes out
 */
public record Payment(
        UUID id,
        SalesOrderId order,
        Kind kind,
        Money amount,
        Way way,
        String receiptNo,
        @Nullable String note,
        @Nullable UUID reverses,
        StaffId by,
        Instant at) {

    /** What the money is. */
    public enum Kind {
        DEPOSIT,
        INSTALMENT,
        /** The bank pays the loan out to us. */
        LOAN_PAYOUT,
        REFUND,
        REVERSAL
    }

    /** How it came or went. */
    public enum Way {
        CARD,
        TRANSFER,
        MOBILE_PAY,
        CASH,
        CHEQUE
    }

    public Payment {
        boolean out = kind == Kind.REFUND;
        if (kind != Kind.REVERSAL && (out ? !amount.isNegative() : !amount.isPositive())) {
            throw new IllegalArgumentException("money in is above nothing, money out below");
        }
        if ((kind == Kind.REVERSAL) != (reverses != null)) {
            throw new IllegalArgumentException("a reversal names its line, and only a reversal");
        }
    }
}
