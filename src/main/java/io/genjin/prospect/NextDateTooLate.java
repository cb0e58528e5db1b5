package io.genjin.prospect;

import io.genjin.shared.Refusal;
import java.time.LocalDate;

/** The planned day lies after the last one that the rhythm allows, and nobody said why (1.12 rule 8). */
public class NextDateTooLate extends Refusal {

    public NextDateTooLate(LocalDate planned, LocalDate latest) {
        super(Kind.RULE, planned.toString(), latest.toString());
        at("nextDate");
    }
}
