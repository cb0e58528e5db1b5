package io.genjin.testdrive;

import io.genjin.shared.Refusal;

/** Who changes a car says which version they saw, in the header If-Match (S-R53). */
public class CarVersionMissing extends Refusal {

    public CarVersionMissing() {
        super(Kind.PRECONDITION_MISSING);
    }
}
