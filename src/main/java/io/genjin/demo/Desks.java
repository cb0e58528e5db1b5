package io.genjin.demo;

import io.genjin.followup.FollowUpDesk;
import io.genjin.followup.Sweep;
import io.genjin.intake.AllocationDesk;
import io.genjin.intake.LeadDesk;
import io.genjin.prospect.CardDesk;
import io.genjin.prospect.OpeningDesk;
import io.genjin.prospect.ProspectDesk;
import io.genjin.staff.StaffDesk;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The doors through which the demo's people act: the same that everybody uses. */
@Component
@Profile("demo")
record Desks(
        OpeningDesk openings,
        ProspectDesk prospects,
        CardDesk cards,
        FollowUpDesk followUps,
        LeadDesk leads,
        AllocationDesk allocations,
        StaffDesk staff,
        Sweep sweep) {}
