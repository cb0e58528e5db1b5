package io.genjin.improvement;

import io.genjin.shared.Refusal;

/** Whoever is responsible for an action does not look at it themselves. */
public class VerifiedByResponsible extends Refusal {

    VerifiedByResponsible() {
        super(Kind.FORBIDDEN);
    }
}
