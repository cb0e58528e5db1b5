package io.genjin.reception;

import io.genjin.shared.Refusal;

/** This duty, or this person, signed the day's sheet already. */
public class SignedAlready extends Refusal {

    SignedAlready() {
        super(Kind.CONFLICT);
    }
}
