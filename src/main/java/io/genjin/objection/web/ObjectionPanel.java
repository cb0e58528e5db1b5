package io.genjin.objection.web;

import io.genjin.objection.Objection;
import io.genjin.objection.ObjectionFile;
import io.genjin.objection.ObjectionResult;
import io.genjin.prospect.web.People;
import java.time.LocalDate;

/**
 * What keeps a customer from deciding, on their page.
 *
 * @param asPart whether it is loaded into the card; otherwise it is a page of its own
 */
public record ObjectionPanel(ObjectionFile.Opened file, People people, LocalDate today, boolean asPart) {

    public String here() {
        return "/prospects/" + file.prospect().id() + "/objections";
    }

    public long open() {
        return file.objections().stream().filter(Objection::isOpen).count();
    }

    public static String tone(ObjectionResult result) {
        return switch (result) {
            case RESOLVED -> "g-state-good";
            case OPEN -> "g-state-warn";
            case LOST -> "g-state-bad";
        };
    }
}
