package io.genjin.board;

import io.genjin.shared.Refusal;
import java.time.LocalDate;

/** What was expected of a day is said on that day: afterwards it stays, and nobody says it before. */
public class DayPassed extends Refusal {

    DayPassed(LocalDate day) {
        super(Kind.CONFLICT, day);
    }
}
