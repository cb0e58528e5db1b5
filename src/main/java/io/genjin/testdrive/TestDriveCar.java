package io.genjin.testdrive;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Vin;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One of the dealership's own cars for test drives (试驾车, 3.5).
 *
 * @param licensedOn   since when it has its plates on; without it may not leave the yard
 * @param insuredUntil the last day of its insurance
 * @param km           what the odometer showed when the car last came back
 */
public record TestDriveCar(
        CarId id,
        DealershipId dealership,
        String plate,
        Vin vin,
        String model,
        Gearbox gearbox,
        @Nullable LocalDate licensedOn,
        @Nullable LocalDate insuredUntil,
        Status status,
        int km,
        int version) {

    /** Where the car is. */
    public enum Status {
        AVAILABLE,
        IN_USE,
        MAINTENANCE,
        LENT,
        RETIRED
    }

    /** A licence of class C2 allows automatic cars only. */
    public enum Gearbox {
        MANUAL,
        AUTOMATIC
    }

    TestDriveCar with(Status next) {
        return new TestDriveCar(
                id, dealership, plate, vin, model, gearbox, licensedOn, insuredUntil, next, km, version);
    }

    TestDriveCar cameBack(int kmNow) {
        return new TestDriveCar(
                id,
                dealership,
                plate,
                vin,
                model,
                gearbox,
                licensedOn,
                insuredUntil,
                Status.AVAILABLE,
                Math.max(km, kmNow),
                version);
    }
}
