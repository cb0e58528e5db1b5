package io.genjin.deal;

import io.genjin.shared.Refusal;

/** The question about this price is on its way. */
public class PriceAskedAlready extends Refusal {

    PriceAskedAlready() {
        super(Kind.CONFLICT);
    }
}
