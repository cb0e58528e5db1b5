package io.genjin.campaign;

import io.genjin.shared.Refusal;

/** Another campaign has this name; cards could not say which of the two they come from. */
public class CampaignNameTaken extends Refusal {

    CampaignNameTaken(String name) {
        super(Kind.RULE, name);
        at("name");
    }
}
