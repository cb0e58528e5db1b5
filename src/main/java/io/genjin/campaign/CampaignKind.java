package io.genjin.campaign;

import io.genjin.prospect.Source;

/** The two ways of market development that are planned as campaigns (市场开拓: 行商, 促销活动). */
public enum CampaignKind {
    /** Going out to where customers are. */
    FIELD_SALES(Source.FIELD_SALES),
    /** An event in the showroom, a road show (巡展), a motor show (车展). */
    PROMOTION_EVENT(Source.PROMOTION_EVENT);

    private final Source source;

    CampaignKind(Source source) {
        this.source = source;
    }

    /** The source that a card has which such a campaign brought. */
    public Source source() {
        return source;
    }
}
