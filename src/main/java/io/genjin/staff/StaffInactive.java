package io.genjin.staff;

import io.genjin.shared.Refusal;

/** The person has left; only an active account gets a new password or an absence. */
public class StaffInactive extends Refusal {

    StaffInactive() {
        super(Kind.RULE);
    }
}
