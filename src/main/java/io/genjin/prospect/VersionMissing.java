package io.genjin.prospect;

import io.genjin.shared.Refusal;

/** A change must name the version it was made from, so that no colleague's change is overwritten (S-R53). */
public class VersionMissing extends Refusal {

    public VersionMissing() {
        super(Kind.PRECONDITION_MISSING);
    }
}
