package io.genjin.staff.web;

import io.genjin.shared.Refusal;

/** Too many wrong passwords came from one place (S-R6). */
final class TooManyTries extends Refusal {

    TooManyTries(long seconds) {
        super(Kind.TOO_MANY, seconds);
    }
}
