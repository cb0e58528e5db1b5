package io.genjin.staff.web;

import io.genjin.shared.Refusal;

/** Name and password are right; the second factor's code must come with them (S-R8). */
final class CodeMissing extends Refusal {

    CodeMissing() {
        super(Kind.UNAUTHORIZED);
        at("code");
    }
}
