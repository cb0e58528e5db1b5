package io.genjin.shared.web;

import io.genjin.shared.Refusal;

/** A key that guards against repeats came a second time with other content: one of the two is a mistake (S-R55). */
public class RepeatedWithOtherContent extends Refusal {

    RepeatedWithOtherContent() {
        super(Kind.RULE);
    }
}
