package io.genjin.coselling;

import io.genjin.shared.Refusal;

/** A co-selling partner with this name or this number is on file. */
public class CoSellerKnown extends Refusal {

    CoSellerKnown(String field) {
        super(Kind.CONFLICT);
        at(field);
    }
}
