package io.genjin.pdi;

import io.genjin.shared.Refusal;

/** A colleague wrote to the same group meanwhile; both are shown and nothing typed is lost (S-R53). */
public class PdiGroupChanged extends Refusal {

    PdiGroupChanged() {
        super(Kind.CONFLICT);
    }
}
