package io.genjin.duplicate;

import io.genjin.shared.Refusal;

/** Somebody has decided about this pair already, or the cases do not resemble each other any more. */
public class PairDecided extends Refusal {

    PairDecided() {
        super(Kind.CONFLICT);
    }
}
