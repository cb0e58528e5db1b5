package io.genjin.order;

import io.genjin.shared.Money;
import io.genjin.shared.Refusal;

/** The car stays here until everything is paid (2.9). */
public class NotPaidInFull extends Refusal {

    NotPaidInFull(Money outstanding) {
        super(Kind.RULE, outstanding.shown());
    }
}
