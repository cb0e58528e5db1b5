package io.genjin.coselling;

import io.genjin.shared.Refusal;

/** The customer had, directly or through others, introduced this partner: the introductions would close a circle. */
public class CircleOfIntroductions extends Refusal {

    CircleOfIntroductions() {
        super(Kind.RULE);
    }
}
