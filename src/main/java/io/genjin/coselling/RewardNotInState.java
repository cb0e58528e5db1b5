package io.genjin.coselling;

import io.genjin.shared.Refusal;

/** The reward stands elsewhere by now: approved, rejected or paid meanwhile. */
public class RewardNotInState extends Refusal {

    RewardNotInState(String state) {
        super(Kind.CONFLICT, state);
    }
}
