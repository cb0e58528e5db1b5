package io.genjin.order;

import io.genjin.shared.Refusal;

/** Nobody has recorded a contact with this customer yet, or the case is over; an order begins with one that is followed. */
public class NotYetFollowed extends Refusal {

    NotYetFollowed() {
        super(Kind.CONFLICT);
    }
}
