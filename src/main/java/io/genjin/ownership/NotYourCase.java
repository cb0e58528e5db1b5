package io.genjin.ownership;

import io.genjin.shared.Refusal;

/** Only the two sides speak and appeal, and only a manager who is no side decides. */
public class NotYourCase extends Refusal {

    NotYourCase() {
        super(Kind.FORBIDDEN);
    }
}
