package io.genjin.owner;

import io.genjin.shared.Refusal;

/** Whoever is responsible for a complaint, or answered it, neither asks the owner again nor closes it (2.10). */
public class AskedByResponsible extends Refusal {

    AskedByResponsible() {
        super(Kind.RULE);
    }
}
