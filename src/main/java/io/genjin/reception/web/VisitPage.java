package io.genjin.reception.web;

import io.genjin.prospect.web.People;
import io.genjin.reception.FloorBoard;
import io.genjin.shared.Grade;
import io.genjin.shared.web.Fields;
import java.time.LocalDate;
import java.util.Map;

/**
 * One visit: who, since when, what was done, and what the consultant still owes: filing it and saying what follows.
 *
 * @param filing  what was typed to file it
 * @param closing what was typed to close it
 * @param latest  for each grade the latest day of the next contact; empty while no customer is known
 */
public record VisitPage(
        FloorBoard.Opened opened, Fields filing, Fields closing, Map<Grade, LocalDate> latest, People people) {}
