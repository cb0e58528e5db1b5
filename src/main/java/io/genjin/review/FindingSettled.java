package io.genjin.review;

import io.genjin.shared.Refusal;

/** An improvement action was agreed on for the finding; its words stay, and it is not agreed on twice. */
public class FindingSettled extends Refusal {

    FindingSettled() {
        super(Kind.CONFLICT);
    }
}
