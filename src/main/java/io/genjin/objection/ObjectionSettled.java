package io.genjin.objection;

import io.genjin.shared.Refusal;

/** It is settled already; who hears it again opens it again first. */
public class ObjectionSettled extends Refusal {

    ObjectionSettled() {
        super(Kind.CONFLICT);
    }
}
