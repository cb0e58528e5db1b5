package io.genjin.subscription;

import io.genjin.shared.Refusal;

/** It was changed or stopped on another device since the reader saw it. */
public class SubscriptionChanged extends Refusal {

    SubscriptionChanged() {
        super(Kind.CONFLICT);
    }
}
