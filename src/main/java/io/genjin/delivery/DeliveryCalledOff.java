package io.genjin.delivery;

import io.genjin.shared.Refusal;

/** The appointment was called off; a new one begins anew. */
public class DeliveryCalledOff extends Refusal {

    DeliveryCalledOff() {
        super(Kind.CONFLICT);
    }
}
