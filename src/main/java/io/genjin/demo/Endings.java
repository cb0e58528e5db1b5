package io.genjin.demo;

import io.genjin.dealership.Frequency;
import io.genjin.defeat.CauseDecision;
import io.genjin.defeat.Defeat;
import io.genjin.defeat.DefeatDesk.Rejection;
import io.genjin.defeat.DefeatId;
import io.genjin.defeat.DefeatOutcome;
import io.genjin.defeat.Loss;
import io.genjin.defeat.ReviewDesk.NotClosed;
import io.genjin.followup.ContactWay;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextDateTooLate;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectStatus;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How cases of the past come to an end: of those who do not buy the consultant sums up why not, managers analyse the cause, and a
 * defeat takes two. Some rest and wake.
 */
final class Endings {

    /** What becomes of a customer with the contact that is being made. */
    enum Ending {
        GOES_ON,
        LOST,
        BUYS
    }

    private final Past past;
    private final Desks desks;
    private final Team team;
    private final Agenda agenda;
    private final Hours hours;
    private final Dice random;
    private final Losses losses;

    Endings(Past past, Desks desks, long seed) {
        this.past = past;
        this.desks = desks;
        this.team = past.team();
        this.agenda = past.agenda();
        this.hours = past.hours();
        this.random = new Dice(seed * 31 + 7);
        this.losses = new Losses(random);
    }

    Losses losses() {
        return losses;
    }

    /** Customers whom their card, a talk and a signature made one of us can be won or lost; those of stories by their story. */
    Ending of(Client client, ContactWay way, LocalDate day) {
        if (client.told || !client.mayEnd()) {
            return Ending.GOES_ON;
        }
        boolean listed = client.listedUntil != null && !day.isAfter(client.listedUntil);
        boolean here = way == ContactWay.SHOWROOM;
        int buys =
                switch (client.grade) {
                    case H -> listed ? 12 : here ? 13 : 8;
                    case A -> listed ? 5 : here ? 5 : 2;
                    default -> 0;
                };
        int lost =
                switch (client.grade) {
                    case H, A -> 6;
                    case B -> 12;
                    case C -> 18;
                    case N -> 23;
                };
        int roll = random.nextInt(100);
        return roll < buys ? Ending.BUYS : roll < buys + lost ? Ending.LOST : Ending.GOES_ON;
    }

    // ---- not closed

    /** The consultant sums up why there was no deal, soon after the talk that said so (state 7). */
    void lose(Client client, Losses.Story story) {
        past.rest(client);
        agenda.plan(hours.after(agenda.now(), 10 + random.nextInt(40)), () -> {
            if (!isFollowing(client)) {
                return;
            }
            int roll = random.nextInt(100);
            if (roll < 14) {
                visitAgain(client, story);
            } else if (roll < 22) {
                review(client, story, null, null);
                agenda.plan(later(1, 10), () -> giveUp(client, story));
            } else {
                giveUp(client, story);
            }
        });
    }

    private void giveUp(Client client, Losses.Story story) {
        if (random.chance(60)) {
            review(client, story, false, losses.analysis(story, client));
            agenda.plan(later(1, 16), () -> decide(client, team.signs()));
        } else {
            review(client, story, false, null);
            agenda.plan(later(1, 17), () -> analyse(client, story));
        }
    }

    /** @param revisit nothing while the consultant cannot say */
    void review(Client client, Losses.Story story, @Nullable Boolean revisit, @Nullable Loss loss) {
        StaffMember by = past.present(client.owner, hours.dayOf(agenda.now()));
        desks.reviews()
                .review(
                        client.id,
                        new NotClosed(story.summary(), story.reasons(), revisit, null, null, null, null, loss),
                        by);
    }

    private void visitAgain(Client client, Losses.Story story) {
        StaffMember by = past.present(client.owner, hours.dayOf(agenda.now()));
        late(reason -> desks.reviews()
                .review(
                        client.id,
                        new NotClosed(
                                story.summary(),
                                story.reasons(),
                                true,
                                soon(),
                                NextStepReason.QUOTE_FOLLOW_UP,
                                "请经理一起再谈一次",
                                reason,
                                null),
                        by));
        past.resume(client);
    }

    // ---- the managers' decision

    /** The showroom manager decides: another owner, rhythm or grade, a rest, or a defeat (state 9, scenario 34). */
    private void analyse(Client client, Losses.Story story) {
        int roll = random.nextInt(100);
        if (roll < 22) {
            anotherOwner(client);
        } else if (roll < 34) {
            ownRhythm(client, new Frequency(1, 3), "意向还在，只是等活动，改为每三天联系一次");
        } else if (roll < 44 && client.grade != Grade.N) {
            anotherGrade(client);
        } else if (roll < 68 || team.heads().equals(team.signs())) {
            dormant(client, hours.dayOf(agenda.now()).plusDays(18L + random.nextInt(40)), "近期无购车条件，到期再联系");
        } else {
            decide(
                    client,
                    new CauseDecision(
                            CauseDecision.Way.DEFEAT,
                            "已与顾问分析，过程清楚，申请战败",
                            null,
                            null,
                            null,
                            Set.of(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            losses.analysis(story, client)));
            agenda.plan(later(1, 11), () -> decide(client, team.heads()));
        }
    }

    private void anotherOwner(Client client) {
        List<StaffMember> others = team.consultants().stream()
                .filter(one -> !one.equals(client.owner))
                .toList();
        StaffMember to = others.get(random.nextInt(others.size()));
        late(reason -> follow(client, to.username(), null, null, reason, "客户与原顾问沟通不畅，换人再谈"));
        past.resume(client);
    }

    void ownRhythm(Client client, Frequency rhythm, String comment) {
        late(reason -> follow(client, null, rhythm, null, reason, comment));
        past.resume(client);
    }

    private void anotherGrade(Client client) {
        Grade lower = client.grade == Grade.C ? Grade.N : Grade.C;
        late(reason -> follow(client, null, null, lower, reason, "意向不足，降级后继续跟进"));
        past.resume(client);
    }

    private Prospect follow(
            Client client,
            @Nullable String owner,
            @Nullable Frequency rhythm,
            @Nullable Grade grade,
            @Nullable String lateReason,
            String comment) {
        return decide(
                client,
                new CauseDecision(
                        CauseDecision.Way.FOLLOW,
                        comment,
                        owner,
                        rhythm,
                        grade,
                        grade == Grade.C ? Set.of(Evidence.CONFIDENCE, Evidence.NEED) : Set.of(),
                        grade == null ? null : comment,
                        soon(),
                        NextStepReason.INVITE_TO_SHOWROOM,
                        null,
                        lateReason,
                        null,
                        null));
    }

    void dormant(Client client, LocalDate wakeUp, String comment) {
        decide(
                client,
                new CauseDecision(
                        CauseDecision.Way.DORMANT,
                        comment,
                        null,
                        null,
                        null,
                        Set.of(),
                        null,
                        null,
                        NextStepReason.ROUTINE,
                        null,
                        null,
                        wakeUp,
                        null));
        client.wakesOn = wakeUp;
    }

    private Prospect decide(Client client, CauseDecision decision) {
        return desks.causes().decide(client.id, decision, team.signs());
    }

    // ---- defeats

    /** Another person than who applied has the word; some are verified first. */
    private void decide(Client client, StaffMember by) {
        StaffMember asks = team.relations();
        int roll = random.nextInt(100);
        if (roll < 14 && asks != null) {
            verify(client, asks, by);
            agenda.plan(later(1, 10), () -> answered(client, asks, by));
        } else if (roll < 27) {
            reject(client, losses.refused(), false, by);
        } else {
            approve(client, by);
        }
    }

    /** Customer relations asks the customer before anybody decides. */
    void verify(Client client, StaffMember asks, StaffMember by) {
        desks.defeats().sendToVerify(pending(client, by).id(), asks.username(), by);
    }

    private void answered(Client client, StaffMember asks, StaffMember by) {
        DefeatId id = pending(client, by).id();
        if (random.chance(25)) {
            desks.defeats().verified(id, Defeat.Finding.STILL_INTERESTED, "客户说还没有买，价格合适愿意再来谈", asks);
            agenda.plan(hours.after(agenda.now(), 120), () -> reject(client, "核实：客户仍有意向，继续跟进", true, by));
        } else {
            desks.defeats().verified(id, Defeat.Finding.CONFIRMED, "客户确认已买车，对接待没有意见", asks);
            agenda.plan(hours.after(agenda.now(), 120), () -> approve(client, by));
        }
    }

    void approve(Client client, StaffMember by) {
        Defeat defeat = pending(client, by);
        DefeatOutcome outcome = Objects.requireNonNull(defeat.loss().outcome());
        LocalDate wakeUp = outcome.suggestedWakeUp(hours.dayOf(agenda.now()));
        desks.defeats().approve(defeat.id(), losses.agreed(), wakeUp, by);
        client.wakesOn = wakeUp;
    }

    void reject(Client client, String comment, boolean rescued, StaffMember by) {
        DefeatId id = pending(client, by).id();
        late(reason -> desks.defeats()
                .reject(
                        id,
                        new Rejection(comment, rescued, null, soon(), NextStepReason.QUOTE_FOLLOW_UP, null, reason),
                        by));
        past.resume(client);
    }

    private Defeat pending(Client client, StaffMember by) {
        return Objects.requireNonNull(desks.cases().open(client.id, by).pending());
    }

    // ---- what they share

    private boolean isFollowing(Client client) {
        return desks.prospects().get(team.dealership().id(), client.id).status() == ProspectStatus.FOLLOWING;
    }

    private LocalDate soon() {
        return hours.dayOf(agenda.now()).plusDays(1);
    }

    /** Some hours into the day {@code days} from now. */
    private Instant later(int days, int hour) {
        return hours.at(hours.dayOf(agenda.now()).plusDays(days), hour, random.nextInt(55));
    }

    /** Promises a day; when the rhythm would have it sooner, says why it is later. */
    private void late(Consumer<@Nullable String> promise) {
        try {
            agenda.trial(() -> {
                promise.accept(null);
                return true;
            });
        } catch (NextDateTooLate tooLate) {
            promise.accept("与经理商定后明天联系");
        }
    }
}
