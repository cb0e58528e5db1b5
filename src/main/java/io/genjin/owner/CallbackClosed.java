package io.genjin.owner;

import io.genjin.shared.Refusal;

/** The call was made already, or its date is no longer true. */
public class CallbackClosed extends Refusal {

    CallbackClosed() {
        super(Kind.CONFLICT);
    }
}
