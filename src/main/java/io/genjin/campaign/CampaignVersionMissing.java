package io.genjin.campaign;

import io.genjin.shared.Refusal;

/** A system that changes a campaign must say which version it saw (If-Match). */
public class CampaignVersionMissing extends Refusal {

    public CampaignVersionMissing() {
        super(Kind.PRECONDITION_MISSING);
    }
}
