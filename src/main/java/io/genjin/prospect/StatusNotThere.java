package io.genjin.prospect;

import io.genjin.shared.Refusal;

/** The prospect does not stand where this step of its life begins (1.8). */
public class StatusNotThere extends Refusal {

    StatusNotThere(ProspectStatus is, ProspectStatus wanted) {
        super(Kind.CONFLICT, is.name(), wanted.name());
    }
}
