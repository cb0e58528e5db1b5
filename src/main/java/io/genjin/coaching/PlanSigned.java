package io.genjin.coaching;

import io.genjin.shared.Refusal;

/** It is signed already; another version is another plan that names this one (5, Archive). */
public class PlanSigned extends Refusal {

    PlanSigned() {
        super(Kind.CONFLICT);
    }
}
