package io.genjin.pdi;

import io.genjin.shared.Refusal;

/** The inspection is signed; what was found later belongs into the next one (5, Archive). */
public class PdiSigned extends Refusal {

    PdiSigned() {
        super(Kind.CONFLICT);
    }
}
