package io.genjin.catalog;

import io.genjin.shared.Refusal;

/** A colleague changed the card after the reader opened it; nothing typed is lost, and the reader decides (S-R53). */
public class CatalogCardChanged extends Refusal {

    private final int current;

    CatalogCardChanged(int current) {
        super(Kind.PRECONDITION, current);
        this.current = current;
    }

    /** The edition that stands now. */
    public int current() {
        return current;
    }
}
