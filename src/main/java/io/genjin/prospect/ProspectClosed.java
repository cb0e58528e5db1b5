package io.genjin.prospect;

import io.genjin.shared.Refusal;

/** The case is closed; nothing is owed and nothing can be moved. */
public class ProspectClosed extends Refusal {

    public ProspectClosed() {
        super(Kind.RULE);
    }
}
