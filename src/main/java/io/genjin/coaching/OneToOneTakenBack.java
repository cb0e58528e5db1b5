package io.genjin.coaching;

import io.genjin.shared.Refusal;

/** The one-to-one was taken back: there is nothing left to correct. */
public class OneToOneTakenBack extends Refusal {

    OneToOneTakenBack() {
        super(Kind.CONFLICT);
    }
}
