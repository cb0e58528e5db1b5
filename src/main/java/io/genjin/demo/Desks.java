package io.genjin.demo;

import io.genjin.catalog.RangeDesk;
import io.genjin.catalog.SellingPointDesk;
import io.genjin.consent.ConsentDesk;
import io.genjin.consent.DisclosureDesk;
import io.genjin.consent.PartnerDesk;
import io.genjin.defeat.CaseFile;
import io.genjin.defeat.CauseDesk;
import io.genjin.defeat.CourtesyDesk;
import io.genjin.defeat.DefeatDesk;
import io.genjin.defeat.ReviewDesk;
import io.genjin.followup.FollowUpDesk;
import io.genjin.hlist.HListDesk;
import io.genjin.hqlead.SentFeedback;
import io.genjin.hqlead.StatusDesk;
import io.genjin.intake.AllocationDesk;
import io.genjin.intake.LeadDesk;
import io.genjin.notice.Notices;
import io.genjin.ownership.CollisionDesk;
import io.genjin.ownership.CollisionFile;
import io.genjin.prospect.CardDesk;
import io.genjin.prospect.LifeCycle;
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
        LifeCycle lifeCycle,
        ReviewDesk reviews,
        CauseDesk causes,
        DefeatDesk defeats,
        CourtesyDesk courtesy,
        CaseFile cases,
        HListDesk hLists,
        StatusDesk hqStatuses,
        SentFeedback sentFeedback,
        SellingPointDesk sellingPoints,
        RangeDesk range,
        CollisionDesk collisions,
        CollisionFile collisionFile,
        PartnerDesk partners,
        ConsentDesk consents,
        DisclosureDesk disclosures,
        Notices notices,
        Nights nights) {}
