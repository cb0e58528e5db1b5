package io.genjin.intake;

import io.genjin.shared.Refusal;

/** The lead waits for a consultant already, so that there is nobody to take it back from. */
public class LeadWaits extends Refusal {

    LeadWaits() {
        super(Kind.CONFLICT);
    }
}
