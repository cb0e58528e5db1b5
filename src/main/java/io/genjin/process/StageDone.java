package io.genjin.process;

import io.genjin.shared.Refusal;

/** The stage was done with this customer; it cannot have been left out. */
public class StageDone extends Refusal {

    StageDone() {
        super(Kind.CONFLICT);
    }
}
