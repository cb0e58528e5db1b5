package io.genjin.appointment;

import io.genjin.shared.Refusal;

/** The case is closed, so nobody is invited in it; take it up again first. */
public class CustomerNotExpected extends Refusal {

    CustomerNotExpected() {
        super(Kind.CONFLICT);
    }
}
