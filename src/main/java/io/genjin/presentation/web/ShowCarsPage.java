package io.genjin.presentation.web;

import io.genjin.catalog.CarModel;
import io.genjin.presentation.ShowCar;
import io.genjin.presentation.ShowCarId;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cars in the showroom as they were found today.
 *
 * @param added   the form of a new one
 * @param checked the form of a check that was refused
 * @param of      the car it is about
 */
public record ShowCarsPage(
        List<ShowCar> cars,
        List<CarModel> range,
        People people,
        Fields added,
        Fields checked,
        @Nullable ShowCarId of) {

    /** The form of a car: as it was typed when it was refused, else as it was found today, else nothing ticked. */
    public Fields form(ShowCar car) {
        if (car.id().equals(of)) {
            return checked;
        }
        Fields form = Fields.empty();
        if (car.today() != null) {
            form.put("right", car.today().right().stream().sorted().toList())
                    .put("remark", car.today().remark());
        }
        return form;
    }

    public Map<String, String> models() {
        Map<String, String> models = new LinkedHashMap<>();
        range.forEach(model -> models.put(model.id().toString(), model.name().text()));
        return models;
    }

    public long ready() {
        return cars.stream()
                .filter(car -> car.readiness() == ShowCar.Readiness.READY)
                .count();
    }

    public static String tone(ShowCar car) {
        return switch (car.readiness()) {
            case READY -> "g-state-good";
            case NOT_READY -> "g-state-bad";
            case UNCHECKED -> "g-state-warn";
        };
    }
}
