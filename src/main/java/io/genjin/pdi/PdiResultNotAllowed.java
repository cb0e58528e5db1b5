package io.genjin.pdi;

import io.genjin.shared.Refusal;

/** The marks say something else than the result: items nobody looked at, or that are not in order (3.7). */
public class PdiResultNotAllowed extends Refusal {

    PdiResultNotAllowed(PdiVerdict verdict) {
        super(Kind.RULE, verdict.missing().size(), verdict.rework().size());
        if (!verdict.isComplete()) {
            at(Field.of("result", "pdi.missing", verdict.missing().size()));
        } else {
            at(Field.of(
                    "result",
                    verdict.rework().isEmpty() ? "pdi.nothingToRework" : "pdi.passNotAllowed",
                    verdict.rework().size()));
        }
    }
}
