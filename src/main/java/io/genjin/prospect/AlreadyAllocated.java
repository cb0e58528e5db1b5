package io.genjin.prospect;

import io.genjin.shared.Refusal;

/** The lead has a consultant already. */
public class AlreadyAllocated extends Refusal {

    AlreadyAllocated() {
        super(Kind.CONFLICT);
    }
}
