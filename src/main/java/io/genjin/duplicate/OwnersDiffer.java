package io.genjin.duplicate;

import io.genjin.shared.Refusal;

/** Two consultants own the two cases: only a manager decides whose customer it is (O-16); an administrator may propose. */
public class OwnersDiffer extends Refusal {

    OwnersDiffer() {
        super(Kind.FORBIDDEN);
    }
}
