package io.genjin.deal;

import io.genjin.shared.Refusal;

/** Nobody gives the word on a price of their own customer, or that they asked for themselves. */
public class OwnPriceApproved extends Refusal {

    OwnPriceApproved() {
        super(Kind.RULE);
    }
}
