package io.genjin.consent;

import io.genjin.shared.Refusal;

/** A refusal cannot be taken back, and a consent only once; the customer's next statement is recorded as such. */
public class NothingToWithdraw extends Refusal {

    NothingToWithdraw() {
        super(Kind.CONFLICT);
    }
}
