package io.genjin.review;

import io.genjin.shared.Refusal;

/** A colleague wrote the same part of the minutes meanwhile; the reader sees both and decides (S-R53). */
public class MinutesChanged extends Refusal {

    MinutesChanged(int current) {
        super(Kind.PRECONDITION, current);
    }
}
