package io.genjin.delivery;

import io.genjin.shared.Refusal;

/** A colleague wrote to the same section meanwhile; nothing typed is lost (S-R53). */
public class SectionChanged extends Refusal {

    SectionChanged() {
        super(Kind.CONFLICT);
    }
}
