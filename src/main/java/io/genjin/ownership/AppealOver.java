package io.genjin.ownership;

import io.genjin.shared.Refusal;

/** The decision is final, or the period for an appeal has passed. */
public class AppealOver extends Refusal {

    AppealOver() {
        super(Kind.CONFLICT);
    }
}
