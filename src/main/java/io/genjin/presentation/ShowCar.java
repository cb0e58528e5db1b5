package io.genjin.presentation;

import io.genjin.catalog.CarModelId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A car that stands in the showroom to be looked at (展车), and how it was found today.
 *
 * @param label what tells it from the others: trim and colour
 * @param place where it stands
 * @param today the newest check of today, if somebody looked
 */
public record ShowCar(
        ShowCarId id,
        CarModelId model,
        String modelName,
        String label,
        String place,
        @Nullable ShowCarCheck today) {

    static final Comparator<ShowCar> IN_THE_ROOM = Comparator.comparing(ShowCar::place)
            .thenComparing(ShowCar::modelName)
            .thenComparing(car -> car.id().value());

    /** Whether customers can be led to it. */
    public enum Readiness {
        READY,
        NOT_READY,
        UNCHECKED
    }

    public Readiness readiness() {
        if (today == null) {
            return Readiness.UNCHECKED;
        }
        return today.missing().isEmpty() ? Readiness.READY : Readiness.NOT_READY;
    }
}
