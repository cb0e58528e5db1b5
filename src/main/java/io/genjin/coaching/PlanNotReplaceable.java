package io.genjin.coaching;

import io.genjin.shared.Refusal;

/** Only a plan that both have signed and nobody has followed up gets another version. */
public class PlanNotReplaceable extends Refusal {

    PlanNotReplaceable() {
        super(Kind.CONFLICT);
    }
}
