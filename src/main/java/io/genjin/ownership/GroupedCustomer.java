package io.genjin.ownership;

import io.genjin.shared.Refusal;

/** A customer of a buying group goes nowhere alone; it is unlinked first. */
public class GroupedCustomer extends Refusal {

    GroupedCustomer() {
        super(Kind.CONFLICT);
    }
}
