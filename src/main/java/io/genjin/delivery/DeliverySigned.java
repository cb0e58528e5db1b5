package io.genjin.delivery;

import io.genjin.shared.Refusal;

/** Both have signed; nothing of the confirmation is changed any more (5, Archive). */
public class DeliverySigned extends Refusal {

    DeliverySigned() {
        super(Kind.CONFLICT);
    }
}
