package io.genjin.pdi.web;

import io.genjin.pdi.PdiCar;
import io.genjin.pdi.PdiDesk;
import io.genjin.pdi.PdiVerdict;
import io.genjin.prospect.web.People;
import java.time.Instant;

/** One car: how its inspection stands, what the workshop has to do, and every inspection it had. */
public record CarPage(PdiDesk.File file, People people, Instant now) {

    public PdiCar car() {
        return file.car();
    }

    public static String tone(PdiVerdict.Result result) {
        return switch (result) {
            case PASS -> "g-state-good";
            case REWORK -> "g-state-warn";
            case FAIL -> "g-state-bad";
        };
    }
}
