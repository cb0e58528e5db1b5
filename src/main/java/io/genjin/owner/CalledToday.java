package io.genjin.owner;

import io.genjin.shared.Refusal;

/** One call does not close two plans: the owner was reached today already (2.10, failure modes). */
public class CalledToday extends Refusal {

    CalledToday() {
        super(Kind.RULE);
    }
}
