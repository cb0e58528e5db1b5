package io.genjin.prospect;

import java.time.LocalDate;

/** Proposes the day of the next contact; followup, which knows the rhythm, provides it. */
public interface SuggestsNextDate {

    LocalDate suggest(Prospect prospect, LocalDate today);
}
