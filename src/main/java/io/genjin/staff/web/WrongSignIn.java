package io.genjin.staff.web;

import io.genjin.shared.Refusal;

/** Name and password do not belong together, or the account rests after too many tries (S-R2, S-R3). */
final class WrongSignIn extends Refusal {

    private final boolean locked;

    WrongSignIn(boolean locked) {
        super(Kind.UNAUTHORIZED);
        this.locked = locked;
    }

    @Override
    public String messageKey() {
        return locked ? "signIn.locked" : "signIn.wrong";
    }
}
