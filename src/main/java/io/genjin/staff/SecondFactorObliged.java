package io.genjin.staff;

import io.genjin.shared.Refusal;

/** The dealership asks a second factor of this person; it can be replaced, but not ended (S-R8). */
public class SecondFactorObliged extends Refusal {

    SecondFactorObliged() {
        super(Kind.RULE);
    }
}
