package io.genjin.delivery;

import io.genjin.shared.Refusal;

/** It was settled before; both would be told to the customer once. */
public class SettledAlready extends Refusal {

    SettledAlready() {
        super(Kind.CONFLICT);
    }
}
