package io.genjin.prospect;

import io.genjin.shared.Refusal;

/** The consultant has followed the lead, so that it is not taken back any more; a manager transfers the customer instead. */
public class FollowedAlready extends Refusal {

    FollowedAlready() {
        super(Kind.CONFLICT);
    }
}
