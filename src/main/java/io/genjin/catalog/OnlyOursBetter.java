package io.genjin.catalog;

import io.genjin.shared.Refusal;

/** A comparison in which our car is the better one in every respect: no customer believes it, and no competitor is so bad (2.5). */
public class OnlyOursBetter extends Refusal {

    OnlyOursBetter() {
        super(Kind.RULE);
        at("rows");
    }
}
