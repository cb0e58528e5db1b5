package io.genjin.subscription;

import io.genjin.shared.Refusal;

/** A subscription that was stopped stays stopped; whoever wants the page again subscribes again. */
public class SubscriptionOver extends Refusal {

    SubscriptionOver() {
        super(Kind.CONFLICT);
    }
}
