package io.genjin.ownership;

import io.genjin.shared.Refusal;

/** The consultant has claimed as many customers today as one can look after (S-R31). */
public class ClaimedEnough extends Refusal {

    ClaimedEnough(int most) {
        super(Kind.RULE, most);
    }
}
