package io.genjin.prospect;

import io.genjin.shared.Refusal;

/** A colleague was faster: the customer is not in the pool any more. Says nothing of who it is (S-R27, S-R52). */
public class AlreadyClaimed extends Refusal {

    AlreadyClaimed() {
        super(Kind.CONFLICT);
    }
}
