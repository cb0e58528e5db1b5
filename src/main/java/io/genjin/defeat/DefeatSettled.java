package io.genjin.defeat;

import io.genjin.shared.Refusal;

/** The application is not at this step any more: somebody decided, or it does not wait to be verified. */
public class DefeatSettled extends Refusal {

    DefeatSettled(DefeatStatus is) {
        super(Kind.CONFLICT, is.name());
    }
}
