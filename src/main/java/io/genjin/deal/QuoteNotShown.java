package io.genjin.deal;

import io.genjin.shared.Refusal;

/** The customer has not seen this version yet; an order is drawn from one that they have. */
public class QuoteNotShown extends Refusal {

    QuoteNotShown() {
        super(Kind.RULE);
    }
}
