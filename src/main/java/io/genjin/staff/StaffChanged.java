package io.genjin.staff;

import io.genjin.shared.Refusal;

/** A colleague changed the same person after the page was opened (S-R53). */
public class StaffChanged extends Refusal {

    StaffChanged() {
        super(Kind.CONFLICT);
    }
}
