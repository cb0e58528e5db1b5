package io.genjin.defeat;

import io.genjin.shared.Refusal;

/** Who applied for a defeat, or owns the customer, has not the word on it (3.9). */
public class OwnDefeat extends Refusal {

    OwnDefeat() {
        super(Kind.RULE);
    }
}
