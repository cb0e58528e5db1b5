package io.genjin.pdi.web;

import io.genjin.pdi.PdiCar;
import io.genjin.shared.web.Fields;
import java.time.Instant;
import java.util.List;

/** Cars to inspect, and those that passed lately. */
public record CarsPage(List<PdiCar> open, List<PdiCar> passed, Instant now, Fields form) {

    public static String tone(PdiCar.State state) {
        return switch (state) {
            case WAITING, UNDER_WAY -> "";
            case REWORK -> "g-state-warn";
            case FAILED -> "g-state-bad";
            case PASSED -> "g-state-good";
        };
    }

    public static String tone(PdiCar.Urgency urgency) {
        return switch (urgency) {
            case LATE, NEAR -> "g-state-bad";
            case CALM -> "";
        };
    }

    public boolean hurries(PdiCar car) {
        return car.urgency(now) != PdiCar.Urgency.CALM;
    }
}
