package io.genjin.duplicate;

import io.genjin.shared.Refusal;

/** Somebody changed one of the two cases after they were compared; both stand at these versions now (S-R53). */
public class CasesChanged extends Refusal {

    CasesChanged(int survivor, int absorbed) {
        super(Kind.CONFLICT, survivor, absorbed);
    }
}
