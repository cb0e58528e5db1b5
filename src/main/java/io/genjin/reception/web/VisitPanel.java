package io.genjin.reception.web;

import io.genjin.prospect.ProspectId;
import io.genjin.prospect.web.People;
import io.genjin.reception.FloorBoard;
import java.util.List;

/**
 * A customer's visits and calls on the customer's page.
 *
 * @param asPart whether it is loaded into the card; otherwise it is a page of its own
 */
public record VisitPanel(ProspectId prospect, List<FloorBoard.Row> rows, People people, boolean asPart) {}
