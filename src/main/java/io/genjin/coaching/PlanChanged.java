package io.genjin.coaching;

import io.genjin.shared.Refusal;

/** The plan was written anew after the reader opened it; what is signed or changed is what was read (S-R53). */
public class PlanChanged extends Refusal {

    PlanChanged(int current) {
        super(Kind.PRECONDITION, current);
    }
}
