package io.genjin.campaign;

import io.genjin.shared.Refusal;
import java.time.LocalDate;

/** Nobody is invited to a campaign that is over. */
public class CampaignOver extends Refusal {

    CampaignOver(LocalDate until) {
        super(Kind.RULE, until);
    }
}
