package io.genjin.order;

import io.genjin.shared.Refusal;

/** Money was paid on this order: what becomes of it is a manager's decision. */
public class ManagerDecidesOnMoney extends Refusal {

    ManagerDecidesOnMoney() {
        super(Kind.RULE);
    }
}
