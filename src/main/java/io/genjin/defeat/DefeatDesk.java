package io.genjin.defeat;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.Policies;
import io.genjin.followup.FollowUpDesk;
import io.genjin.prospect.LifeCycle;
import io.genjin.prospect.NextStep;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectFact;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.TransferReason;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a customer is given up, which takes two: one applies with the reasons, another approves, refuses, or has the customer
 * asked first (3.9). Only an approved defeat counts, and it stays in its month whatever comes later (4.1 rule 6, scenarios 35
 * and 36).
 */
@Service
@Transactional
public class DefeatDesk {

    /** Days that customer relations has for a courtesy call. */
    private static final int CALL_WITHIN_DAYS = 3;

    private final ProspectDesk prospects;
    private final LifeCycle lifeCycle;
    private final FollowUpDesk followUps;
    private final Defeats defeats;
    private final CourtesyCalls calls;
    private final Dealerships dealerships;
    private final Policies policies;
    private final StaffDirectory staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DefeatDesk(
            ProspectDesk prospects,
            LifeCycle lifeCycle,
            FollowUpDesk followUps,
            Defeats defeats,
            CourtesyCalls calls,
            Dealerships dealerships,
            Policies policies,
            StaffDirectory staff,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prospects = prospects;
        this.lifeCycle = lifeCycle;
        this.followUps = followUps;
        this.defeats = defeats;
        this.calls = calls;
        this.dealerships = dealerships;
        this.policies = policies;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Applies for a defeat of a customer who waits for the managers' analysis.
     *
     * @throws FieldsRefused naming each field of the analysis that is missing
     * @throws io.genjin.prospect.StatusNotThere when the customer is elsewhere in their life
     */
    public Defeat apply(ProspectId id, Loss loss, StaffMember by) {
        return apply(prospects.hold(id, by, "defeat.apply"), loss.checked(), by);
    }

    /** The same for a held prospect and a checked analysis. */
    Defeat apply(Prospect held, Loss checked, StaffMember by) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("outcome", Objects.requireNonNull(checked.outcome()).name());
        details.put(
                "reasons", checked.reasons().stream().map(Enum::name).sorted().toList());
        details.put("stage", Objects.requireNonNull(checked.stageReached()).name());
        details.put("reached", held.firsts().reached() != null);
        lifeCycle.applyDefeat(held, details, by);
        Defeat defeat = new Defeat(
                DefeatId.next(),
                held.dealership(),
                held.id(),
                by.id(),
                clock.instant(),
                held.owner(),
                held.grade(),
                checked,
                DefeatStatus.PENDING,
                null,
                null,
                1);
        defeats.add(defeat);
        return defeat;
    }

    /**
     * Sends the application to a colleague who asks the customer before anybody decides (待核实).
     *
     * @param verifier sign-in name of somebody in customer relations, or of a manager
     * @throws OwnDefeat when that person applied for it or owns the customer
     */
    public Defeat sendToVerify(DefeatId id, @Nullable String verifier, StaffMember by) {
        Held held = hold(id, by, "defeat.decide");
        StaffMember asked = staff.byUsername(by.dealership(), verifier == null ? "" : verifier.strip())
                .filter(member -> member.active()
                        && member.isAnyOf(Role.CUSTOMER_RELATIONS, Role.SHOWROOM_MANAGER, Role.SALES_MANAGER))
                .orElseThrow(() -> new FieldsRefused(Field.of("verifier", "field.verifier")));
        held.defeat().sendToVerify(asked, clock.instant());
        defeats.update(held.defeat());
        lifeCycle.note(
                held.prospect(),
                ProspectFact.Kind.DEFEAT_SENT_TO_VERIFY,
                Map.of("verifier", asked.id().value(), "to", asked.id().value()),
                by.id());
        return held.defeat();
    }

    /**
     * What the verifier found out by asking the customer.
     *
     * @throws OwnDefeat when the person applied for it or owns the customer
     */
    public Defeat verified(DefeatId id, Defeat.@Nullable Finding finding, @Nullable String comment, StaffMember by) {
        Held held = holdAnyhow(id, by);
        String said = found(finding, comment);
        held.defeat().verified(by, Objects.requireNonNull(finding), said, clock.instant());
        defeats.update(held.defeat());
        events.publishEvent(DefeatFact.of(
                DefeatFact.Kind.DEFEAT_VERIFIED,
                held.prospect(),
                by.id(),
                clock.instant(),
                Map.of("finding", finding.name(), "comment", said)));
        return held.defeat();
    }

    static String found(Defeat.@Nullable Finding finding, @Nullable String comment) {
        List<Field> wrong = new ArrayList<>();
        ReviewDesk.required(finding, "finding", wrong);
        String said = PlainText.text(comment, ReviewDesk.LONGEST_TEXT, "comment", wrong);
        ReviewDesk.required(said, "comment", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return Objects.requireNonNull(said);
    }

    /**
     * Gives the customer up. Chance decides whether customer relations calls them afterwards.
     *
     * @param wakeUp when the case is taken up again by itself; nothing means never
     */
    public Defeat approve(DefeatId id, @Nullable String comment, @Nullable LocalDate wakeUp, StaffMember by) {
        Held held = hold(id, by, "defeat.decide");
        Dealership dealership = dealerships.get(by.dealership());
        Instant now = clock.instant();
        LocalDate today = dealership.dayOf(now);
        List<Field> wrong = new ArrayList<>();
        String said = PlainText.text(comment, ReviewDesk.LONGEST_TEXT, "comment", wrong);
        if (wakeUp != null && (!wakeUp.isAfter(today) || wakeUp.isAfter(today.plusYears(1)))) {
            wrong.add(Field.of("wakeUpDate", "field.wakeUpDate"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Defeat defeat = held.defeat();
        defeat.decide(DefeatStatus.AGREED, by, said, now);
        Map<String, Object> details = about(defeat);
        if (said != null) {
            details.put("comment", said);
        }
        if (wakeUp != null) {
            details.put("wakeUp", wakeUp.toString());
        }
        lifeCycle.defeat(held.prospect(), wakeUp, details, by);
        defeats.update(defeat);
        drawForCall(defeat, held.prospect(), dealership, now);
        return defeat;
    }

    private void drawForCall(Defeat defeat, Prospect prospect, Dealership dealership, Instant now) {
        LocalDate today = dealership.dayOf(now);
        String seed = dealership.code() + " " + YearMonth.from(today);
        boolean drawn = Objects.requireNonNull(defeat.loss().outcome()).canBeCalled()
                && CourtesySample.draws(
                        seed,
                        defeat.id(),
                        policies.current(dealership.id(), now).defeatVerifyPercent());
        if (drawn) {
            LocalDate due = today.plusDays(CALL_WITHIN_DAYS);
            calls.add(dealership.id(), TypedId.newValue(), defeat, due);
            events.publishEvent(DefeatFact.of(
                    DefeatFact.Kind.COURTESY_CALL_DRAWN, prospect, null, now, Map.of("dueDate", due.toString())));
        }
    }

    /**
     * What comes instead of the defeat.
     *
     * @param rescued whether the customer could be won back meanwhile (战败挽救)
     * @param owner   sign-in name of another consultant who is to follow, if any
     */
    public record Rejection(
            @Nullable String comment,
            boolean rescued,
            @Nullable String owner,
            @Nullable LocalDate nextDate,
            @Nullable NextStepReason nextReason,
            @Nullable String nextNote,
            @Nullable String lateReason) {}

    /** Refuses the defeat: back to following with a new date, and with another owner where one is named (scenario 35). */
    public Defeat reject(DefeatId id, Rejection rejection, StaffMember by) {
        Held held = hold(id, by, "defeat.decide");
        List<Field> wrong = new ArrayList<>();
        String said = PlainText.text(rejection.comment(), ReviewDesk.LONGEST_TEXT, "comment", wrong);
        ReviewDesk.required(said, "comment", wrong);
        ReviewDesk.required(rejection.nextDate(), "nextDate", wrong);
        ReviewDesk.required(rejection.nextReason(), "nextReason", wrong);
        String note = PlainText.line(rejection.nextNote(), ReviewDesk.LONGEST_TEXT, "nextNote", wrong);
        String late = PlainText.line(rejection.lateReason(), ReviewDesk.LONGEST_TEXT, "lateReason", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Defeat defeat = held.defeat();
        defeat.decide(rejection.rescued() ? DefeatStatus.RESCUED : DefeatStatus.REJECTED, by, said, clock.instant());
        Prospect prospect = held.prospect();
        if (rejection.owner() != null && !rejection.owner().isBlank()) {
            prospects.transfer(prospect.id(), rejection.owner(), TransferReason.CAUSE_ANALYSIS, said, by);
            prospect = prospects.hold(prospect.id(), by.dealership());
        }
        Map<String, Object> details = about(defeat);
        details.put("comment", Objects.requireNonNull(said));
        details.put("result", defeat.status().name());
        NextStep next = new NextStep(
                Objects.requireNonNull(rejection.nextDate()),
                Objects.requireNonNull(rejection.nextReason()),
                note == null ? "" : note);
        details.putAll(ReviewDesk.about(next));
        lifeCycle.rejectDefeat(prospect, details, by);
        defeats.update(defeat);
        followUps.promise(prospect, next, late, by);
        return defeat;
    }

    private static Map<String, Object> about(Defeat defeat) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("outcome", Objects.requireNonNull(defeat.loss().outcome()).name());
        details.put(
                "reasons",
                defeat.loss().reasons().stream().map(Enum::name).sorted().toList());
        details.put("appliedBy", defeat.appliedBy().value());
        details.put(
                "verified",
                defeat.verification() != null && defeat.verification().finding() != null);
        return details;
    }

    /** An application nobody decided settles itself when the customer ordered, came back, or turned out to be somebody else. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void settle(ProspectFact fact) {
        boolean overtaken =
                switch (fact.what()) {
                    case ORDERED, REACTIVATED -> true;
                    case MERGED -> !fact.id().toString().equals(fact.details().get("into"));
                    default -> false;
                };
        if (overtaken) {
            defeats.openOf(fact.dealership(), fact.id()).ifPresent(open -> {
                open.withdraw();
                defeats.update(open);
            });
        }
    }

    private record Held(Prospect prospect, Defeat defeat) {}

    /** The prospect first, then the application: everybody holds them in this order. */
    private Held hold(DefeatId id, StaffMember by, String operation) {
        ProspectId about = defeats.get(by.dealership(), id).prospect();
        Prospect prospect = prospects.hold(about, by, operation);
        return new Held(prospect, defeats.getForUpdate(by.dealership(), id));
    }

    private Held holdAnyhow(DefeatId id, StaffMember by) {
        ProspectId about = defeats.get(by.dealership(), id).prospect();
        Prospect prospect = prospects.hold(about, by.dealership());
        return new Held(prospect, defeats.getForUpdate(by.dealership(), id));
    }
}
