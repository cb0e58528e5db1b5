package io.genjin.coselling;

import io.genjin.shared.Refusal;

/** The number belongs to one of our own people, who get no reward for introducing. */
public class OneOfUs extends Refusal {

    OneOfUs(String field) {
        super(Kind.RULE);
        at(field);
    }
}
