package io.genjin.prospect;

import io.genjin.shared.Refusal;

/** The person named owns the prospect already. */
public class AlreadyOwner extends Refusal {

    AlreadyOwner(String name) {
        super(Kind.CONFLICT, name);
        at("to");
    }
}
