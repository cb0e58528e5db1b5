package io.genjin.staff.web;

import io.genjin.shared.Refusal;

/** The person must first set up a second factor or a new password, which only pages can ask of them (S-R5, S-R8). */
final class SignInOnThePage extends Refusal {

    SignInOnThePage() {
        super(Kind.FORBIDDEN);
    }
}
