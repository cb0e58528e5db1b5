package io.genjin.testdrive;

import io.genjin.shared.Refusal;

/** A colleague changed the car since it was opened; nothing was written. */
public class CarChanged extends Refusal {

    private final int version;

    CarChanged(int version) {
        super(Kind.PRECONDITION);
        this.version = version;
    }

    public int version() {
        return version;
    }
}
