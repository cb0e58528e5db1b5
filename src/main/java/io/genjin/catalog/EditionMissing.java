package io.genjin.catalog;

import io.genjin.shared.Refusal;

/** A change of a card must name the edition it was made from, so that no colleague's words are overwritten (S-R53). */
public class EditionMissing extends Refusal {

    public EditionMissing() {
        super(Kind.PRECONDITION_MISSING);
    }
}
