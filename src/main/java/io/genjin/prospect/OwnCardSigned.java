package io.genjin.prospect;

import io.genjin.shared.Refusal;

/** Nobody signs the card of a prospect they own, whatever roles they hold (scenario 11). */
public class OwnCardSigned extends Refusal {

    OwnCardSigned() {
        super(Kind.RULE);
    }
}
