package io.genjin.order;

import io.genjin.shared.Refusal;

/** This line stays: it was taken out already, the order rests on it, or less than nothing would be left. */
public class NotReversible extends Refusal {

    NotReversible() {
        super(Kind.CONFLICT);
    }
}
