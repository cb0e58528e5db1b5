package io.genjin.prospect;

import io.genjin.shared.Refusal;

/** The customer is in the pool already. */
public class AlreadyReleased extends Refusal {

    AlreadyReleased() {
        super(Kind.CONFLICT);
    }
}
