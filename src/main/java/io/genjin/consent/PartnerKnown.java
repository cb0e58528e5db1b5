package io.genjin.consent;

import io.genjin.shared.Refusal;

/** The dealership has an active partner of this name already. */
public class PartnerKnown extends Refusal {

    PartnerKnown(String name) {
        super(Kind.CONFLICT, name);
        at("name");
    }
}
