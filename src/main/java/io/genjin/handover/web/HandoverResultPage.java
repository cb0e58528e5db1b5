package io.genjin.handover.web;

import io.genjin.handover.Handover;
import io.genjin.prospect.web.People;

/** Who gets what of a leaver's customers: the plan before, the result after. */
public record HandoverResultPage(Handover handover, People people) {}
