package io.genjin.board;

import io.genjin.shared.Refusal;

/** Somebody else entered what the same consultant expects at the same moment. */
public class ExpectationChanged extends Refusal {

    ExpectationChanged() {
        super(Kind.CONFLICT);
    }
}
