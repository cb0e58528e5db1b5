package io.genjin.presentation;

import io.genjin.shared.Refusal;

/** The customer's case is over: nobody presents a car in it any more. */
public class NotShownAnyMore extends Refusal {

    NotShownAnyMore() {
        super(Kind.CONFLICT);
    }
}
