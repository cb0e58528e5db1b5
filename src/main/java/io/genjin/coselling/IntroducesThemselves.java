package io.genjin.coselling;

import io.genjin.shared.Refusal;

/** Partner and customer have the same number: nobody introduces himself. */
public class IntroducesThemselves extends Refusal {

    IntroducesThemselves() {
        super(Kind.RULE);
    }
}
