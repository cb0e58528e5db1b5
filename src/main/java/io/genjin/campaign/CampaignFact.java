package io.genjin.campaign;

import io.genjin.journal.Frozen;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.Prospect;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What a campaign did with a customer. */
public record CampaignFact(
        DealershipId dealership,
        Kind what,
        UUID prospect,
        UUID actor,
        Instant happenedAt,
        Frozen frozen,
        Map<String, Object> details)
        implements JournalFact {

    /** The kinds, as the journal names them. */
    public enum Kind {
        CAMPAIGN_INVITED,
        /** The customer accepted or declined. */
        CAMPAIGN_ANSWERED,
        CAMPAIGN_ATTENDED
    }

    static CampaignFact of(Kind what, Campaign campaign, Prospect prospect, String more, StaffId by, Instant at) {
        return new CampaignFact(
                prospect.dealership(),
                what,
                prospect.id().value(),
                by.value(),
                at,
                new Frozen(
                        prospect.owner().value(),
                        prospect.grade().name(),
                        prospect.content().source().name()),
                Map.of(
                        "campaign",
                        campaign.id().toString(),
                        "name",
                        campaign.plan().name(),
                        "kind",
                        campaign.plan().kind().name(),
                        "state",
                        more));
    }

    @Override
    public String kind() {
        return what.name();
    }
}
