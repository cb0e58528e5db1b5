package io.genjin.prospect;

import io.genjin.shared.Refusal;

/** Somebody changed the card after the reader opened it; the reader sees both versions and decides (S-R53). */
public class CardChanged extends Refusal {

    private final int current;

    CardChanged(int current) {
        super(Kind.PRECONDITION, current);
        this.current = current;
    }

    /** The version that stands now. */
    public int current() {
        return current;
    }
}
