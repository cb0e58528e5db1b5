package io.genjin.campaign;

import io.genjin.dealership.Dealerships;
import io.genjin.prospect.KnowsOrigins;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Offers the campaigns from which a card may come today to the opening form. */
@Component
class RunningCampaigns implements KnowsOrigins {

    private final Campaigns campaigns;
    private final Dealerships dealerships;
    private final Clock clock;

    RunningCampaigns(Campaigns campaigns, Dealerships dealerships, Clock clock) {
        this.campaigns = campaigns;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Origin> origins(StaffMember reader) {
        LocalDate today = dealerships.get(reader.dealership()).today(clock);
        return campaigns.endingSince(reader.dealership(), today.minusDays(CampaignPlan.AFTERGLOW_DAYS)).stream()
                .map(Campaign::plan)
                .filter(plan -> plan.bringsCards(today))
                .map(plan -> new Origin(plan.kind().source(), plan.name()))
                .toList();
    }
}
