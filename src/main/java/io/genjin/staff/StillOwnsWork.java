package io.genjin.staff;

import io.genjin.shared.Refusal;

/** The person still owns customers or other open work, which must get a new owner first (domain 5, Leaving staff). */
public class StillOwnsWork extends Refusal {

    StillOwnsWork(int items) {
        super(Kind.RULE, items);
    }
}
