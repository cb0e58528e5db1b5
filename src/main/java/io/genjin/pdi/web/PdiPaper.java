package io.genjin.pdi.web;

import gg.jte.Content;
import io.genjin.pdi.PdiCar;
import io.genjin.pdi.PdiInspection;
import io.genjin.prospect.web.People;
import io.genjin.shared.Signature;
import org.jspecify.annotations.Nullable;

/** The inspection sheet on A4 (PDI检查表) with the code that opens it and the technician's signature. */
public record PdiPaper(PdiInspection inspection, PdiCar car, People people, String dealership, Content code) {

    public @Nullable Signature signature() {
        PdiInspection.Signed signed = inspection.signed();
        return signed == null ? null : Signature.of(signed.signature());
    }
}
