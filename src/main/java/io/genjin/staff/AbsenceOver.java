package io.genjin.staff;

import io.genjin.shared.Refusal;

/** The days away have passed; what happened on them stays counted as it was. */
public class AbsenceOver extends Refusal {

    AbsenceOver() {
        super(Kind.RULE);
    }
}
