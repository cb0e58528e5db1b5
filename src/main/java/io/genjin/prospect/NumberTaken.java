package io.genjin.prospect;

import io.genjin.shared.Refusal;

/** The case cannot be opened again: its number belongs to another open case by now (domain 5, one open prospect per number). */
public class NumberTaken extends Refusal {

    public NumberTaken() {
        super(Kind.CONFLICT);
    }
}
