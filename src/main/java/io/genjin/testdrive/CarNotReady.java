package io.genjin.testdrive;

import io.genjin.shared.Refusal;

/** The car may not be driven now; each thing that it lacks is named with its sentence. */
public class CarNotReady extends Refusal {

    CarNotReady(TestDriveCar car, CarReadiness readiness) {
        super(Kind.RULE, car.plate());
        readiness.lacks().forEach(lack -> at(Field.of("car", "carLack." + lack.name())));
    }
}
