package io.genjin.demo;

import io.genjin.campaign.Campaign;
import io.genjin.campaign.CampaignKind;
import io.genjin.campaign.CampaignPlan.Draft;
import io.genjin.campaign.Invitation.Answer;
import io.genjin.coselling.CoSeller;
import io.genjin.coselling.CoSellingDesk;
import io.genjin.coselling.Reward;
import io.genjin.coselling.RewardDesk;
import io.genjin.prospect.ProspectId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the dealership of the past brought customers in: an event to which they were invited, and partners who introduce some. */
final class Market {

    private static final String EVENT = "秋季购车节";
    private static final int BEGINS = 34;
    private static final int ENDS = 24;

    private final Past past;
    private final Desks desks;
    private final Team team;
    private final Agenda agenda;
    private final Hours hours;
    private final Dice random;
    private final List<Client> guests = new ArrayList<>();
    private @Nullable Campaign campaign;

    Market(Past past, Desks desks, long seed) {
        this.past = past;
        this.desks = desks;
        this.team = past.team();
        this.agenda = past.agenda();
        this.hours = past.hours();
        this.random = new Dice(seed * 47 + 23);
    }

    void plan(LocalDate firstDay, LocalDate today) {
        if (!team.isLarge()) {
            return;
        }
        agenda.plan(hours.at(firstDay, 8, 35), () -> agree(firstDay));
        for (LocalDate day = firstDay.plusDays(7); day.isBefore(today); day = day.plusDays(1)) {
            agenda.plan(hours.at(day, 17, 20), this::approve);
            agenda.plan(hours.at(day, 9, 50), this::pay);
        }
        on(BEGINS + 8, 15, () -> campaign = desks.campaigns().plan(draft("0"), team.signs()));
        on(BEGINS + 5, 16, this::invite);
        for (int daysAgo : new int[] {BEGINS - 1, BEGINS - 2, BEGINS - 7, BEGINS - 8}) {
            on(daysAgo, 14, this::attend);
        }
        on(ENDS - 2, 10, () -> desks.campaigns().change(planned().id(), draft("21860"), 1, team.signs()));
    }

    // ---- the event

    private Draft draft(String cost) {
        return new Draft(
                CampaignKind.PROMOTION_EVENT,
                EVENT,
                past.ago(BEGINS),
                past.ago(ENDS),
                "本店展厅",
                "20000",
                cost,
                team.signs().username());
    }

    private Campaign planned() {
        if (campaign == null) {
            throw new IllegalStateException("the event is planned before it begins");
        }
        return campaign;
    }

    private void invite() {
        team.consultants().forEach(one -> past.followedBy(one).stream()
                .filter(client -> client.firstDone && !client.silent)
                .limit(6)
                .forEach(guests::add));
        List<ProspectId> chosen = guests.stream().map(client -> client.id).toList();
        desks.guests().invite(planned().id(), chosen, team.signs());
        for (Client guest : guests) {
            if (random.chance(70)) {
                Answer said = random.chance(70) ? Answer.ACCEPTED : Answer.DECLINED;
                desks.guests().answer(planned().id(), guest.id, said, team.signs());
            }
        }
    }

    private void attend() {
        for (int place = 0; place < 3 && !guests.isEmpty(); place++) {
            Client guest = guests.remove(random.nextInt(guests.size()));
            desks.guests().attend(planned().id(), guest.id, team.signs());
        }
    }

    // ---- partners

    private void agree(LocalDate from) {
        CoSeller insurer = partner("浦东人保 陈经理", CoSeller.Trade.INSURANCE, "19900097001");
        CoSeller workshop = partner("快修联盟 老周", CoSeller.Trade.USED_CAR, "19900097002");
        desks.coSelling().agree(insurer.id(), "500", from, team.heads());
        desks.coSelling().agree(workshop.id(), "800", from, team.heads());
        on(39, 10, () -> past.named("田美玲").ifPresent(client -> desks.introductions()
                .introducedToUs(client.id, workshop.id().toString(), client.owner)));
    }

    private CoSeller partner(String name, CoSeller.Trade trade, String mobile) {
        return desks.coSelling().add(new CoSellingDesk.Draft(name, trade, mobile, null), team.heads());
    }

    private void approve() {
        for (RewardDesk.Line line : desks.rewards().all(team.heads())) {
            Reward reward = line.reward();
            if (reward.state() == Reward.State.DUE
                    && !reward.lookedAfterBy().equals(team.heads().id())) {
                desks.rewards().approve(reward.introduction(), team.heads());
            }
        }
    }

    private void pay() {
        for (RewardDesk.Line line : desks.rewards().all(team.takesMoney())) {
            if (line.reward().state() == Reward.State.APPROVED) {
                desks.rewards().pay(line.reward().introduction(), team.takesMoney());
            }
        }
    }

    private void on(int daysAgo, int hour, Runnable work) {
        agenda.plan(hours.at(past.ago(daysAgo), hour, 12), work);
    }
}
