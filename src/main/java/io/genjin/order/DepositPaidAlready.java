package io.genjin.order;

import io.genjin.shared.Refusal;

/** The deposit is in the till; another amount would need it taken out first. */
public class DepositPaidAlready extends Refusal {

    DepositPaidAlready() {
        super(Kind.CONFLICT);
        at("deposit");
    }
}
