package io.genjin.target;

import io.genjin.shared.Refusal;

/** Somebody set these targets after the reader opened them; nothing typed is lost, and the reader decides (S-R53). */
public class TargetsChanged extends Refusal {

    TargetsChanged(int current) {
        super(Kind.PRECONDITION, current);
    }
}
