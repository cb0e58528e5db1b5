package io.genjin.deal;

import io.genjin.shared.Refusal;

/** This concession needs the word of a higher duty. */
public class PriceAboveDuty extends Refusal {

    PriceAboveDuty() {
        super(Kind.RULE);
    }
}
