package io.genjin.campaign;

import io.genjin.shared.Refusal;

/** A colleague changed the campaign after the reader opened it; nothing typed is lost, and the reader decides (S-R53). */
public class CampaignChanged extends Refusal {

    CampaignChanged(int current) {
        super(Kind.PRECONDITION, current);
    }
}
