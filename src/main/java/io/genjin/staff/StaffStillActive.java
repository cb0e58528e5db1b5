package io.genjin.staff;

import io.genjin.shared.Refusal;

/** The person works here already; there is nothing to open again. */
public class StaffStillActive extends Refusal {

    StaffStillActive() {
        super(Kind.CONFLICT);
    }
}
