package io.genjin.prospect;

import java.time.LocalDate;

/** The promise to the customer: on which day we make contact next, and why. */
public record NextStep(LocalDate date, NextStepReason reason, String note) {

    public NextStep {
        note = note.strip();
    }

    public static NextStep on(LocalDate date, NextStepReason reason) {
        return new NextStep(date, reason, "");
    }
}
