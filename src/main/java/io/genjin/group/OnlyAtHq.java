package io.genjin.group;

import io.genjin.shared.Refusal;

/** Groups of dealerships are HQ's to keep. */
public class OnlyAtHq extends Refusal {

    OnlyAtHq() {
        super(Kind.FORBIDDEN);
    }
}
