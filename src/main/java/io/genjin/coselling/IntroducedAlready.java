package io.genjin.coselling;

import io.genjin.shared.Refusal;

/** Somebody introduced this customer already; a customer is introduced once. */
public class IntroducedAlready extends Refusal {

    IntroducedAlready() {
        super(Kind.CONFLICT);
    }
}
