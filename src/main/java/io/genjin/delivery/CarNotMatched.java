package io.genjin.delivery;

import io.genjin.shared.Refusal;

/** No car is set aside for the order yet; first a car, then an appointment. */
public class CarNotMatched extends Refusal {

    CarNotMatched() {
        super(Kind.CONFLICT);
    }
}
