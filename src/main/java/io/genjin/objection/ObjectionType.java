package io.genjin.objection;

import io.genjin.prospect.NextStepReason;

/** What an objection is about (2.7). */
public enum ObjectionType {
    PRICE(NextStepReason.QUOTE_FOLLOW_UP),
    CONFIGURATION(NextStepReason.OTHER),
    COLOUR_OR_STOCK(NextStepReason.OTHER),
    DELIVERY_TIME(NextStepReason.OTHER),
    COMPETITOR(NextStepReason.OTHER),
    BRAND_OR_QUALITY(NextStepReason.OTHER),
    FINANCE(NextStepReason.FINANCE_FOLLOW_UP),
    TRADE_IN(NextStepReason.OTHER),
    AFTER_SALES(NextStepReason.OTHER),
    FAMILY_DECISION(NextStepReason.DECISION_MAKER_VISIT),
    PLATE_QUOTA(NextStepReason.OTHER),
    OTHER(NextStepReason.OTHER);

    private final NextStepReason next;

    ObjectionType(NextStepReason next) {
        this.next = next;
    }

    /** Why a contact is made that is to answer it. */
    public NextStepReason next() {
        return next;
    }
}
