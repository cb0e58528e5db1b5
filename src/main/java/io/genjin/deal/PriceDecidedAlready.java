package io.genjin.deal;

import io.genjin.shared.Refusal;

/** A colleague was faster, or the quotation was changed: the price is not to be decided any more. */
public class PriceDecidedAlready extends Refusal {

    PriceDecidedAlready() {
        super(Kind.CONFLICT);
    }
}
