package io.genjin.coaching;

import io.genjin.shared.Refusal;
import java.time.LocalDate;

/** The plan is followed up once both have signed, on its day or later. */
public class PlanNotDue extends Refusal {

    PlanNotDue(LocalDate day) {
        super(Kind.CONFLICT, day);
    }
}
