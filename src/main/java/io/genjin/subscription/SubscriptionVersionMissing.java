package io.genjin.subscription;

import io.genjin.shared.Refusal;

/** A change over the API says which version it was made from. */
public class SubscriptionVersionMissing extends Refusal {

    public SubscriptionVersionMissing() {
        super(Kind.PRECONDITION_MISSING);
    }
}
