package io.genjin.needs;

import io.genjin.shared.Refusal;

/** The customer's case is over; nobody analyses needs for it any more. */
public class CaseClosed extends Refusal {

    CaseClosed() {
        super(Kind.CONFLICT);
    }
}
