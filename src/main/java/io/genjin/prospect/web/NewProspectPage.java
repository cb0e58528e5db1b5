package io.genjin.prospect.web;

import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffMember;
import java.util.List;

/** The quick form at the door; {@code owners} is offered to managers, who may open a card for a consultant. */
public record NewProspectPage(Fields form, List<StaffMember> owners) {}
