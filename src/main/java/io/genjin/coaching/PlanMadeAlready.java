package io.genjin.coaching;

import io.genjin.shared.Refusal;

/** The one-to-one has its success plan, or the plan its next version. */
public class PlanMadeAlready extends Refusal {

    PlanMadeAlready(String number) {
        super(Kind.CONFLICT, number);
    }
}
