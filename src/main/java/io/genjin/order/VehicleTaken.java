package io.genjin.order;

import io.genjin.shared.Refusal;
import io.genjin.shared.Vin;

/** This car is set aside for another order: one VIN, one order. */
public class VehicleTaken extends Refusal {

    VehicleTaken(Vin vin) {
        super(Kind.CONFLICT, vin.value());
        at("vin");
    }
}
