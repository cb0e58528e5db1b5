package io.genjin.report;

import io.genjin.shared.Refusal;

/** Somebody set the closing time after the reader opened it (S-R53). */
public class ClosingTimeChanged extends Refusal {

    ClosingTimeChanged(int current) {
        super(Kind.PRECONDITION, current);
    }
}
