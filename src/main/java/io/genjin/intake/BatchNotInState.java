package io.genjin.intake;

import io.genjin.shared.Refusal;

/** The import is not at the step that was asked for: it runs, is done, or was taken back. */
public class BatchNotInState extends Refusal {

    BatchNotInState() {
        super(Kind.CONFLICT);
    }
}
