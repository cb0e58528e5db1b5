package io.genjin.coaching;

import io.genjin.shared.Refusal;

/** A success plan came of the one-to-one; so it was held, and is not taken back. */
public class OneToOneHasPlan extends Refusal {

    OneToOneHasPlan(String plan) {
        super(Kind.CONFLICT, plan);
    }
}
