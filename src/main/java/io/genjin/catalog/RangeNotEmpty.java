package io.genjin.catalog;

import io.genjin.shared.Refusal;

/** The example is for beginning: a dealership that has models of its own keeps them as they are. */
public class RangeNotEmpty extends Refusal {

    RangeNotEmpty() {
        super(Kind.CONFLICT);
    }
}
