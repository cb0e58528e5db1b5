package io.genjin.improvement;

import io.genjin.shared.Refusal;

/** The improvement action has come further, or not as far, meanwhile. */
public class ActionNotThere extends Refusal {

    private final ImprovementAction.Status status;

    ActionNotThere(ImprovementAction.Status status) {
        super(Kind.CONFLICT);
        this.status = status;
    }

    /** Where it stands. */
    public ImprovementAction.Status status() {
        return status;
    }
}
