package io.genjin.order;

import io.genjin.shared.Refusal;

/** The customer has an order that is still open; a second car is a second case. */
public class OrderedAlready extends Refusal {

    OrderedAlready() {
        super(Kind.CONFLICT);
    }
}
