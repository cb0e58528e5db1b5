package io.genjin.coaching;

import io.genjin.shared.Refusal;

/** A plan is signed by its consultant and its manager, and by nobody for them. */
public class PlanOfOthers extends Refusal {

    PlanOfOthers() {
        super(Kind.FORBIDDEN);
    }
}
