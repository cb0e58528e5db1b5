package io.genjin.prospect;

/** Where a prospect came from (客户来源): the union of the manual's text and chart (R-201, R-220, O-10). */
public enum Source {
    WALK_IN,
    INBOUND_CALL,
    FIELD_SALES,
    PROMOTION_EVENT,
    REFERRAL,
    CO_SELLING,
    HQ_ALLOCATED,
    HOTLINE_800,
    MARKET_DEVELOPMENT,
    OTHER;

    /** Whether the card must say which: the partner, the referrer, the campaign, or what "other" is (3.1). */
    public boolean needsDetail() {
        return switch (this) {
            case OTHER, CO_SELLING, REFERRAL, PROMOTION_EVENT -> true;
            default -> false;
        };
    }

    /** Allocated by HQ: the first follow-up is owed within 24 hours whatever the grade (R-102, O-04). */
    public boolean isFromHq() {
        return this == HQ_ALLOCATED;
    }

    /** Counts in the target 市场开拓 of the consultant who obtained it (4.2). */
    public boolean isMarketDevelopment() {
        return switch (this) {
            case MARKET_DEVELOPMENT, FIELD_SALES, PROMOTION_EVENT, CO_SELLING, REFERRAL -> true;
            default -> false;
        };
    }
}
