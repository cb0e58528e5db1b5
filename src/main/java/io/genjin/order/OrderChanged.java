package io.genjin.order;

import io.genjin.shared.Refusal;

/** A colleague changed the order after the reader opened it; nothing typed is lost, and the reader decides (S-R53). */
public class OrderChanged extends Refusal {

    OrderChanged(int current) {
        super(Kind.PRECONDITION, current);
    }
}
