package io.genjin.ownership;

import io.genjin.shared.Refusal;

/** The owner does not neglect the customer beyond the grace: the reception was a courtesy (5 (b), (c)). */
public class GraceNotOver extends Refusal {

    GraceNotOver() {
        super(Kind.RULE);
    }
}
