package io.genjin.defeat;

import io.genjin.shared.Refusal;

/**
 * The manager wants the customer followed as before, which is no decision: another owner, rhythm or grade, a rest or a defeat
 * must come of the analysis (scenario 34).
 */
public class NothingAdjusted extends Refusal {

    NothingAdjusted() {
        super(Kind.RULE);
        at("decision");
    }
}
