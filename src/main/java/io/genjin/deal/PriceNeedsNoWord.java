package io.genjin.deal;

import io.genjin.shared.Refusal;

/** The consultant may give this price alone. */
public class PriceNeedsNoWord extends Refusal {

    PriceNeedsNoWord() {
        super(Kind.RULE);
    }
}
