package io.genjin.campaign;

import io.genjin.shared.Refusal;
import java.time.LocalDate;

/** Nobody can have come to a campaign that has not begun. */
public class CampaignNotBegun extends Refusal {

    CampaignNotBegun(LocalDate from) {
        super(Kind.RULE, from);
    }
}
