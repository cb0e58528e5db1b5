package io.genjin.demo;

import io.genjin.appointment.NoShows;
import io.genjin.coaching.DuePlans;
import io.genjin.defeat.WakeUps;
import io.genjin.followup.Escalations;
import io.genjin.followup.NextStepAudit;
import io.genjin.followup.Sweep;
import io.genjin.hlist.HListClosing;
import io.genjin.hqlead.WarningDesk;
import io.genjin.owner.ComplaintEscalation;
import io.genjin.owner.OccasionPlanner;
import io.genjin.ownership.LateCollisions;
import io.genjin.reception.UnclosedVisits;
import io.genjin.report.DailyFreezing;
import io.genjin.review.ReviewReminders;
import io.genjin.shared.DealershipId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the jobs of the product do while nobody acts, for the one dealership whose past is being lived through. */
@Component
@Profile("demo")
record Nights(
        DailyFreezing reports,
        Sweep sweep,
        WakeUps wakeUps,
        Escalations escalations,
        HListClosing hLists,
        WarningDesk hqWarnings,
        LateCollisions collisions,
        NoShows noShows,
        UnclosedVisits unclosedVisits,
        OccasionPlanner occasions,
        ComplaintEscalation complaints,
        ReviewReminders reviews,
        DuePlans plans,
        NextStepAudit audit) {

    /** What fell due by the beginning of a day. */
    void begin(DealershipId in) {
        reports.freezeClosed(in);
        sweep.settleFallen(in);
        hLists.closeEnded(in);
        wakeUps.wakeDue(in);
        escalations.raise(in);
        hqWarnings.warn(in);
        collisions.raise(in);
        noShows.find(in);
        unclosedVisits.remind(in);
        occasions.planDue(in);
        complaints.escalateDue(in);
        reviews.remind(in);
        plans.tell(in);
    }
}
