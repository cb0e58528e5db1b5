package io.genjin.owner;

import io.genjin.shared.Refusal;

/** One person is responsible for a complaint, and only they say what was done (2.10). */
public class NotResponsible extends Refusal {

    NotResponsible() {
        super(Kind.FORBIDDEN);
    }
}
