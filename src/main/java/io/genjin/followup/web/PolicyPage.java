package io.genjin.followup.web;

import io.genjin.dealership.OpeningCalendar;
import io.genjin.dealership.Policy;
import io.genjin.dealership.PolicyHistory;
import io.genjin.shared.web.Fields;
import java.util.List;

/** The grade table in force, its history, and the form that changes it. */
public record PolicyPage(
        Policy policy, List<PolicyHistory.Version> versions, OpeningCalendar calendar, Fields form, boolean saved) {}
