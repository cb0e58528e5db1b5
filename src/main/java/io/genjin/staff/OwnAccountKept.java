package io.genjin.staff;

import io.genjin.shared.Refusal;

/** Nobody closes the account they are signed in with; another administrator does. */
public class OwnAccountKept extends Refusal {

    OwnAccountKept() {
        super(Kind.RULE);
    }
}
