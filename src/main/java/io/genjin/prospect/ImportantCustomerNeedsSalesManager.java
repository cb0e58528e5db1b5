package io.genjin.prospect;

import io.genjin.shared.Refusal;

/** Important customers are followed by the sales manager. */
public class ImportantCustomerNeedsSalesManager extends Refusal {

    ImportantCustomerNeedsSalesManager() {
        super(Kind.RULE);
    }
}
