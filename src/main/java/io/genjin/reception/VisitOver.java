package io.genjin.reception;

import io.genjin.shared.Refusal;

/** The visit is closed; what was forgotten becomes a correction on the day's sheet. */
public class VisitOver extends Refusal {

    VisitOver() {
        super(Kind.CONFLICT);
    }
}
