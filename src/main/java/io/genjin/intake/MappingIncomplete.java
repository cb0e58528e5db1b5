package io.genjin.intake;

import io.genjin.shared.Refusal;

/** Nobody knows which column holds the name or the number. */
public class MappingIncomplete extends Refusal {

    MappingIncomplete(boolean name, boolean mobile) {
        super(Kind.RULE);
        if (!name) {
            at("customerName");
        }
        if (!mobile) {
            at("mobile");
        }
    }
}
