package io.genjin.staff;

import io.genjin.shared.Refusal;

/** People change their own password on their own page, where the current one is asked for. */
public class OwnPasswordElsewhere extends Refusal {

    OwnPasswordElsewhere() {
        super(Kind.RULE);
    }
}
