package io.genjin.testdrive;

import io.genjin.shared.Refusal;

/** The customer was asked already; what was said then stays. */
public class DriveEvaluated extends Refusal {

    DriveEvaluated() {
        super(Kind.CONFLICT);
    }
}
