package io.genjin.ownership;

import io.genjin.shared.Refusal;

/** The same person's claim for the same customer waits for its decision already. */
public class ClaimedAlready extends Refusal {

    ClaimedAlready() {
        super(Kind.CONFLICT);
    }
}
