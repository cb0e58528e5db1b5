package io.genjin.coaching;

import io.genjin.shared.Refusal;

/** Somebody else corrected the one-to-one after the reader opened it; the reader sees both and decides (S-R53). */
public class OneToOneChanged extends Refusal {

    OneToOneChanged(int current) {
        super(Kind.PRECONDITION, current);
    }
}
