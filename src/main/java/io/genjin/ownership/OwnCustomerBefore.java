package io.genjin.ownership;

import io.genjin.shared.Refusal;

/** It was the consultant's own customer until it was released: somebody else has the first word for some days (S-R31). */
public class OwnCustomerBefore extends Refusal {

    OwnCustomerBefore(long days) {
        super(Kind.RULE, days);
    }
}
