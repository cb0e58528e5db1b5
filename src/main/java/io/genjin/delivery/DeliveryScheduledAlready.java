package io.genjin.delivery;

import io.genjin.shared.Refusal;

/** The order has its appointment; it is moved, not made twice. */
public class DeliveryScheduledAlready extends Refusal {

    DeliveryScheduledAlready() {
        super(Kind.CONFLICT);
    }
}
