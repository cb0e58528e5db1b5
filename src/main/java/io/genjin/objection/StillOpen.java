package io.genjin.objection;

import io.genjin.shared.Refusal;

/** It stands open still; there is nothing to open again. */
public class StillOpen extends Refusal {

    StillOpen() {
        super(Kind.CONFLICT);
    }
}
