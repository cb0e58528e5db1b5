package io.genjin.needs;

import io.genjin.shared.Refusal;

/** A colleague stored a newer sheet after this one was opened; both are shown and the reader decides (S-R53). */
public class NeedsChanged extends Refusal {

    NeedsChanged(int current) {
        super(Kind.PRECONDITION, current);
    }
}
