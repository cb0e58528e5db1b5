package io.genjin.campaign;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where managers plan campaigns and write down what they cost. */
@Service
@Transactional
public class CampaignDesk {

    private static final int YEARS_SHOWN = 2;

    private final Campaigns campaigns;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    CampaignDesk(Campaigns campaigns, StaffDirectory staff, Dealerships dealerships, Clock clock) {
        this.campaigns = campaigns;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /** @throws CampaignNameTaken when another campaign is called so */
    public Campaign plan(CampaignPlan.Draft draft, StaffMember by) {
        Campaign campaign = new Campaign(
                CampaignId.next(), by.dealership(), checked(draft, by.dealership()), 1, by.id(), clock.instant());
        campaigns.add(campaign);
        return campaign;
    }

    /**
     * Changes a plan, or writes down what was spent meanwhile.
     *
     * @param seen the version that the change was made from
     * @throws CampaignChanged when a colleague stored another one since
     */
    public Campaign change(CampaignId id, CampaignPlan.Draft draft, int seen, StaffMember by) {
        Campaign campaign = campaigns.getForUpdate(by.dealership(), id);
        campaign.change(checked(draft, by.dealership()), seen, by.id(), clock.instant());
        campaigns.update(campaign);
        return campaign;
    }

    private CampaignPlan checked(CampaignPlan.Draft draft, DealershipId dealership) {
        return draft.checked(name -> responsible(dealership, name));
    }

    private Optional<StaffId> responsible(DealershipId dealership, String username) {
        return staff.byUsername(dealership, username)
                .filter(StaffMember::active)
                .map(StaffMember::id);
    }

    @Transactional(readOnly = true)
    public Campaign get(CampaignId id, StaffMember reader) {
        return campaigns.get(reader.dealership(), id);
    }

    /** The campaigns of the last two years and all to come, the latest first. */
    @Transactional(readOnly = true)
    public List<Campaign> all(StaffMember reader) {
        return campaigns.endingSince(reader.dealership(), today(reader).minusYears(YEARS_SHOWN));
    }

    /** Those to which customers may still be invited. */
    @Transactional(readOnly = true)
    public List<Campaign> open(StaffMember reader) {
        return campaigns.endingSince(reader.dealership(), today(reader));
    }

    private LocalDate today(StaffMember reader) {
        return dealerships.get(reader.dealership()).today(clock);
    }
}
