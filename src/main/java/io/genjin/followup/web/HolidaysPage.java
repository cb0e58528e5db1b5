package io.genjin.followup.web;

import io.genjin.followup.CalendarDesk.Proposal;
import io.genjin.shared.web.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of holidays to be taken over.
 *
 * @param proposal what it would change; nothing while no list was looked at
 * @param years    of which the published list can be filled in
 */
public record HolidaysPage(Fields form, @Nullable Proposal proposal, List<Integer> years) {}
