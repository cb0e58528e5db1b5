package io.genjin.deal;

import io.genjin.shared.Money;

/** One line of a quotation beside the car itself: what it is and what it costs, or, of a gift, what it is worth. */
public record QuoteItem(Kind kind, String what, Money amount) {

    /** What a line can be (3.6). */
    public enum Kind {
        OPTION,
        ACCESSORY,
        INSURANCE,
        LICENCE_FEE,
        PURCHASE_TAX,
        SERVICE_FEE,
        LOAN_CHARGE,
        /** Given with the car and not charged; its worth counts as a concession. */
        GIFT
    }

    public QuoteItem {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a line costs something");
        }
    }

    boolean isCharged() {
        return kind != Kind.GIFT;
    }
}
