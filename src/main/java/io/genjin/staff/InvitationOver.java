package io.genjin.staff;

import io.genjin.shared.Refusal;

/** The code of an invitation is unknown, used, withdrawn or older than seven days; all look alike. */
public class InvitationOver extends Refusal {

    InvitationOver() {
        super(Kind.NOT_FOUND);
    }
}
