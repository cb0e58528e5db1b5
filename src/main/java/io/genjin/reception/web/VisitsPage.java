package io.genjin.reception.web;

import io.genjin.prospect.web.People;
import io.genjin.reception.FloorBoard;
import java.util.List;

/** Visits of which nobody said yet what follows, and those of today. */
public record VisitsPage(List<FloorBoard.Row> open, List<FloorBoard.Row> closed, People people) {}
