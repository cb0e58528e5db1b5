package io.genjin.catalog;

import io.genjin.shared.Refusal;

/** Since somebody looked at what a sheet would change, the range became another: what it would change now must be looked at first. */
public class RangeChanged extends Refusal {

    RangeChanged() {
        super(Kind.CONFLICT);
    }
}
