package io.genjin.order;

import io.genjin.shared.Refusal;

/** The order is not where this step begins. */
public class OrderNotInState extends Refusal {

    OrderNotInState(OrderStatus is) {
        super(Kind.CONFLICT, is.name());
    }
}
