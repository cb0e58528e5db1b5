package io.genjin.campaign;

import io.genjin.campaign.CampaignFact.Kind;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invites customers to campaigns, keeps their answers, and checks in who comes. */
@Service
@Transactional
public class GuestDesk {

    private static final int MOST_AT_ONCE = 200;
    private static final String INVITE = "campaign.invite";

    private final Campaigns campaigns;
    private final GuestLists guests;
    private final ProspectDesk prospects;
    private final CardFile file;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GuestDesk(
            Campaigns campaigns,
            GuestLists guests,
            ProspectDesk prospects,
            CardFile file,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.guests = guests;
        this.prospects = prospects;
        this.file = file;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Invites customers; who is on the list already stays as they are.
     *
     * @return how many are new on the list
     * @throws CampaignOver  when it is over
     * @throws FieldsRefused when nobody is named, or too many at once
     */
    public int invite(CampaignId id, Collection<ProspectId> chosen, StaffMember by) {
        Campaign campaign = campaigns.get(by.dealership(), id);
        if (campaign.plan().isOver(today(by))) {
            throw new CampaignOver(campaign.plan().until());
        }
        if (chosen.isEmpty()) {
            throw new FieldsRefused(Field.of("prospects", "campaign.guests.none"));
        }
        if (chosen.size() > MOST_AT_ONCE) {
            throw new FieldsRefused(Field.of("prospects", "field.tooMany", MOST_AT_ONCE));
        }
        Instant now = clock.instant();
        int added = 0;
        // always in the same order, so that two who invite the same customers do not wait for each other
        TreeSet<ProspectId> inOrder = new TreeSet<>(java.util.Comparator.comparing(ProspectId::value));
        inOrder.addAll(chosen);
        for (ProspectId guest : inOrder) {
            Prospect prospect = prospects.hold(guest, by, INVITE);
            if (guests.add(by.dealership(), Invitation.to(id, guest, by.id(), now))) {
                added++;
                tell(Kind.CAMPAIGN_INVITED, campaign, prospect, Invitation.State.INVITED.name(), by, now);
            }
        }
        return added;
    }

    /**
     * What the customer said; the last answer counts.
     *
     * @throws CameAlready when the customer was there meanwhile
     * @throws NothingHere when the customer is not invited
     */
    public Invitation answer(CampaignId id, ProspectId guest, Invitation.@Nullable Answer answer, StaffMember by) {
        if (answer == null) {
            throw new FieldsRefused(Field.of("answer", "field.required"));
        }
        Prospect prospect = prospects.hold(guest, by, INVITE);
        Campaign campaign = campaigns.get(by.dealership(), id);
        Invitation before = guests.find(by.dealership(), id, guest)
                .filter(Invitation::isInvited)
                .orElseThrow(() -> new NothingHere(guest));
        if (before.answer() == answer && before.attendedAt() == null) {
            return before;
        }
        Invitation after = before.answered(answer);
        guests.update(by.dealership(), after);
        tell(Kind.CAMPAIGN_ANSWERED, campaign, prospect, answer.name(), by, clock.instant());
        return after;
    }

    /**
     * The customer is there, invited or not; said twice, it was once.
     *
     * @throws CampaignNotBegun before its first day
     */
    public Invitation attend(CampaignId id, ProspectId guest, StaffMember by) {
        Prospect prospect = prospects.hold(guest, by, INVITE);
        Campaign campaign = campaigns.get(by.dealership(), id);
        if (!campaign.plan().hasBegun(today(by))) {
            throw new CampaignNotBegun(campaign.plan().from());
        }
        Instant now = clock.instant();
        Invitation before = guests.find(by.dealership(), id, guest).orElse(null);
        if (before != null && before.attendedAt() != null) {
            return before;
        }
        Invitation after = (before == null ? Invitation.uninvited(id, guest) : before).attended(now);
        if (before == null) {
            guests.add(by.dealership(), after);
        } else {
            guests.update(by.dealership(), after);
        }
        tell(Kind.CAMPAIGN_ATTENDED, campaign, prospect, after.isInvited() ? "INVITED" : "UNINVITED", by, now);
        return after;
    }

    private void tell(Kind kind, Campaign campaign, Prospect prospect, String state, StaffMember by, Instant at) {
        events.publishEvent(CampaignFact.of(kind, campaign, prospect, state, by.id(), at));
    }

    /** A customer's campaigns, the newest first, those of cases merged into this one with it. */
    @Transactional(readOnly = true)
    public List<Invitation> of(ProspectId id, StaffMember reader) {
        return guests.of(reader.dealership(), file.cases(id, reader));
    }

    private LocalDate today(StaffMember by) {
        return dealerships.get(by.dealership()).today(clock);
    }
}
