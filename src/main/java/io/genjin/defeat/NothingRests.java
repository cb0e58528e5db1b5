package io.genjin.defeat;

import io.genjin.shared.Refusal;

/** The case neither rests nor was given up, or the customer has another open case: there is nothing to take up again. */
public class NothingRests extends Refusal {

    NothingRests() {
        super(Kind.CONFLICT);
    }
}
