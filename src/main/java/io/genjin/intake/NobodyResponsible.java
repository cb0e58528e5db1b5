package io.genjin.intake;

import io.genjin.shared.Refusal;

/** The dealership has nobody who could answer for a lead: no designated person and no manager. */
public class NobodyResponsible extends Refusal {

    NobodyResponsible() {
        super(Kind.CONFLICT);
    }
}
