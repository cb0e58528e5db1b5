package io.genjin.ownership;

import io.genjin.shared.Refusal;

/** More numbers were looked up in a short time than customers come to a door; says after how many seconds it goes on. */
public class TooManyDoorChecks extends Refusal {

    TooManyDoorChecks(long seconds) {
        super(Kind.TOO_MANY, seconds);
    }
}
