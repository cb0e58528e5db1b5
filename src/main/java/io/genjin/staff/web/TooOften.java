package io.genjin.staff.web;

import io.genjin.shared.Refusal;

/** Somebody, or some system, did the same more often than one works; says after how many seconds it goes on (S-R6). */
final class TooOften extends Refusal {

    TooOften(long seconds, int most, long minutes) {
        super(Kind.TOO_MANY, seconds, most, minutes);
    }
}
