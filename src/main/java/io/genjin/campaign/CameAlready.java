package io.genjin.campaign;

import io.genjin.shared.Refusal;

/** The customer was there; what they had answered before does not matter any more. */
public class CameAlready extends Refusal {

    CameAlready() {
        super(Kind.CONFLICT);
    }
}
