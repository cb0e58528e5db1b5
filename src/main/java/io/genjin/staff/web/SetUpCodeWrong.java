package io.genjin.staff.web;

import io.genjin.shared.Refusal;

/** The code of the first set-up is wrong, expired or used (S-R7). */
final class SetUpCodeWrong extends Refusal {

    SetUpCodeWrong() {
        super(Kind.RULE);
        at("code");
    }
}
