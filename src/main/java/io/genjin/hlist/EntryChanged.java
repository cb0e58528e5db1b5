package io.genjin.hlist;

import io.genjin.shared.Refusal;

/** A colleague changed the place on the list after the reader opened it; the reader sees both and decides (S-R53). */
public class EntryChanged extends Refusal {

    EntryChanged(int current) {
        super(Kind.PRECONDITION, current);
    }
}
