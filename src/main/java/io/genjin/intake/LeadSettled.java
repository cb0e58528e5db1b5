package io.genjin.intake;

import io.genjin.shared.Refusal;

/** The lead waits for nobody: it repeats a customer on file, or was found to be none. */
public class LeadSettled extends Refusal {

    LeadSettled() {
        super(Kind.CONFLICT);
    }
}
