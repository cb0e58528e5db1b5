package io.genjin.ownership;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.OpeningCalendar;
import io.genjin.journal.Journal;
import io.genjin.journal.JournalEntry;
import io.genjin.ownership.OwnershipFact.Kind;
import io.genjin.prospect.OwnerDesk;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectFact;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.TransferReason;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Page;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Reach;
import io.genjin.staff.Rights;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a collision (撞单) is opened, argued, decided and appealed against (5 (b), (c), (e), (f)). A decision gives the customer to
 * its new owner at once; what was missed stays with the old one (1.11 rule 7, scenario 23).
 */
@Service
public class CollisionDesk {

    /** Open days within which the showroom manager decides. */
    static final int DAYS_TO_DECIDE = 2;

    /** A reception longer ago is no reason to claim any more. */
    static final Duration RECEPTION_COUNTS = Duration.ofDays(7);

    private static final int LONGEST_WORDS = 1000;
    private static final int ENTRIES_AT_ONCE = 500;

    private final Collisions collisions;
    private final ProspectDesk prospects;
    private final OwnerDesk owners;
    private final Grace grace;
    private final Journal journal;
    private final StaffDirectory staff;
    private final ClosedDays closedDays;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Rights rights;
    private final Clock clock;

    CollisionDesk(
            Collisions collisions,
            ProspectDesk prospects,
            OwnerDesk owners,
            Grace grace,
            Journal journal,
            StaffDirectory staff,
            ClosedDays closedDays,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Rights rights,
            Clock clock) {
        this.collisions = collisions;
        this.prospects = prospects;
        this.owners = owners;
        this.grace = grace;
        this.journal = journal;
        this.staff = staff;
        this.closedDays = closedDays;
        this.dealerships = dealerships;
        this.events = events;
        this.rights = rights;
        this.clock = clock;
    }

    /** A colleague received a customer whose card is not signed yet: managers get a case, once (scenario 22). */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void received(ProspectFact fact) {
        if (fact.what() != ProspectFact.Kind.COURTESY_RECEPTION
                || !Boolean.TRUE.equals(fact.details().get("disputed"))
                || fact.actor() == null) {
            return;
        }
        Prospect prospect = prospects.hold(fact.id(), fact.dealership());
        StaffId claimant = new StaffId(fact.actor());
        String source = String.valueOf(fact.details().getOrDefault("source", ""));
        Collision opened = begin(prospect, claimant, Collision.Origin.SAME_CUSTOMER);
        if (collisions.insert(opened, source)) {
            events.publishEvent(OwnershipFact.of(prospect, Kind.COLLISION_OPENED, claimant, clock.instant())
                    .with("owner", prospect.owner())
                    .with("claimant", claimant)
                    .with("collision", opened.id().value()));
        }
    }

    /**
     * A consultant who received a colleague's customer claims it, because the owner neglects it beyond the grace (scenario 23).
     *
     * @throws GraceNotOver   when the owner does not; the reception was a courtesy
     * @throws NotReceivedYet when nobody with this number is on file with a colleague, or the claimant did not receive them
     */
    @Transactional
    public CollisionId claim(@Nullable String mobile, @Nullable String words, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        PhoneNumber number = mobile == null ? null : PhoneNumber.parse(mobile).orElse(null);
        if (number == null) {
            wrong.add(Field.of("mobile", mobile == null || mobile.isBlank() ? "field.required" : "field.mobile"));
        }
        String said = words(words, "words", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        ProspectId id = prospects
                .openWith(by.dealership(), Objects.requireNonNull(number))
                .orElseThrow(NotReceivedYet::new);
        Prospect prospect = prospects.hold(id, by.dealership());
        Instant now = clock.instant();
        Collision claim = begin(prospect, by.id(), Collision.Origin.NEGLECT);
        CaseEvidence evidence = Objects.requireNonNull(claim.evidence());
        Instant courtesyAt = evidence.claimant().courtesyAt();
        if (prospect.isOwnedBy(by)
                || courtesyAt == null
                || courtesyAt.plus(RECEPTION_COUNTS).isBefore(now)) {
            throw new NotReceivedYet();
        }
        if (!evidence.graceOver()) {
            throw new GraceNotOver();
        }
        if (!collisions.insert(claim, prospect.content().source().name())) {
            throw new ClaimedAlready();
        }
        collisions.add(claim, claim.say(by, said, now));
        events.publishEvent(OwnershipFact.of(prospect, Kind.COLLISION_CLAIMED, by.id(), now)
                .with("owner", prospect.owner())
                .with("claimant", by.id())
                .with("overdueDays", evidence.overdueDays())
                .with("collision", claim.id().value()));
        return claim.id();
    }

    private Collision begin(Prospect prospect, StaffId claimant, Collision.Origin origin) {
        Instant now = clock.instant();
        Dealership dealership = dealerships.get(prospect.dealership());
        OpeningCalendar calendar = closedDays.calendar(dealership.id());
        LocalDate last = WorkingDays.after(dealership.dayOf(now), DAYS_TO_DECIDE, day -> !calendar.isOpen(day));
        return new Collision(Collision.State.beginning(
                prospect, claimant, origin, evidence(prospect, claimant, dealership, now), dealership.endOf(last)));
    }

    private CaseEvidence evidence(Prospect prospect, StaffId claimant, Dealership dealership, Instant now) {
        List<JournalEntry> entries = history(prospect);
        return new CaseEvidence(
                now,
                Extract.of(prospect.owner().value(), entries),
                Extract.of(claimant.value(), entries),
                prospect.grade().name(),
                prospect.dueAt(dealership.zone()),
                prospect.overdueDays(now, dealership.zone()),
                grace.until(prospect, now),
                grace.isOver(prospect, now));
    }

    private List<JournalEntry> history(Prospect prospect) {
        List<JournalEntry> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<JournalEntry> part =
                    journal.timeline(prospect.dealership(), prospect.id().value(), ENTRIES_AT_ONCE, cursor);
            all.addAll(part.items());
            cursor = part.next();
        } while (cursor != null);
        return all;
    }

    /** A side says how it was. */
    @Transactional
    public void say(CollisionId id, @Nullable String words, StaffMember by) {
        Collision held = own(id, by);
        List<Field> wrong = new ArrayList<>();
        String said = words(words, "words", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        collisions.add(held, held.say(by, said, clock.instant()));
    }

    /** What a manager decides: to whom (sign-in name), why, in words, and how the credit is split. */
    public record Decision(
            @Nullable String owner,
            Verdict.@Nullable Reason reason,
            @Nullable String words,
            @Nullable Integer shareA,
            @Nullable Integer shareB) {}

    /**
     * Decides a case, and gives the customer to the new owner at once. One of the two sides gets it; anybody else only by the
     * customer's wish.
     *
     * @throws FieldsRefused when owner, reason or words are missing, or a split does not sum to 100
     */
    @Transactional
    public Collision decide(CollisionId id, Decision decision, StaffMember by) {
        Collision held = collisions.getForUpdate(by.dealership(), id);
        List<Field> wrong = new ArrayList<>();
        String words = words(decision.words(), "words", wrong);
        if (decision.reason() == null) {
            wrong.add(Field.of("reason", "field.required"));
        }
        StaffMember to = newOwner(held, decision, wrong, by);
        if (!Verdict.isWhole(decision.shareA(), decision.shareB())) {
            wrong.add(Field.of("shareA", "field.collision.split"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Instant now = clock.instant();
        Verdict verdict = held.decide(
                by,
                Objects.requireNonNull(to).id(),
                Objects.requireNonNull(decision.reason()),
                words,
                decision.shareA(),
                decision.shareB(),
                isShowroomManagerThere(held),
                now);
        collisions.update(held);
        collisions.add(held, verdict);
        Prospect prospect = prospects.hold(held.prospect(), by.dealership());
        StaffId from = prospect.owner();
        if (prospect.status().isOpen() && !prospect.isOwnedBy(to)) {
            owners.transfer(prospect, to, TransferReason.CONFLICT, words, by);
        }
        events.publishEvent(OwnershipFact.of(prospect, Kind.COLLISION_DECIDED, by.id(), now)
                .with("owner", verdict.owner())
                .with("from", from.equals(verdict.owner()) ? held.owner() : from)
                .with("to", verdict.owner())
                .with("claimant", held.claimant())
                .with("reason", verdict.reason().name())
                .with("words", words)
                .with("split", verdict.isSplit() ? verdict.shareA() + ":" + verdict.shareB() : null)
                .with("instance", verdict.instance().name())
                .with("collision", held.id().value()));
        return held;
    }

    private @Nullable StaffMember newOwner(Collision held, Decision decision, List<Field> wrong, StaffMember by) {
        String named = decision.owner();
        if (named == null || named.isBlank()) {
            wrong.add(Field.of("owner", "field.required"));
            return null;
        }
        StaffMember to = staff.byUsername(by.dealership(), named.strip())
                .filter(member -> member.active() && member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER))
                .orElse(null);
        if (to == null) {
            wrong.add(Field.of("owner", "field.owner"));
        } else if (!held.isSide(to.id()) && decision.reason() != Verdict.Reason.CUSTOMER_WISH) {
            wrong.add(Field.of("owner", "field.collision.side"));
        }
        return to;
    }

    /** Whether a showroom manager who is no side could decide. */
    boolean isShowroomManagerThere(Collision held) {
        return staff.with(held.dealership(), Role.SHOWROOM_MANAGER).stream()
                .anyMatch(member -> !held.isSide(member.id()));
    }

    /** A side does not accept the decision: the sales manager has the last word. */
    @Transactional
    public void appeal(CollisionId id, @Nullable String words, StaffMember by) {
        Collision held = own(id, by);
        List<Field> wrong = new ArrayList<>();
        String why = words(words, "words", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Instant now = clock.instant();
        held.appeal(by, why, now);
        collisions.update(held);
        Prospect prospect = prospects.get(by.dealership(), held.prospect());
        events.publishEvent(OwnershipFact.of(prospect, Kind.COLLISION_APPEALED, by.id(), now)
                .with("owner", held.owner())
                .with("claimant", held.claimant())
                .with("collision", held.id().value()));
    }

    private Collision own(CollisionId id, StaffMember by) {
        Collision held = collisions.getForUpdate(by.dealership(), id);
        if (!held.isSide(by.id())) {
            // a consultant does not learn that two colleagues are at odds, nor about whom (S-R27)
            throw rights.reachOf(by, CollisionFile.READ) == Reach.ALL ? new NotYourCase() : new NothingHere(id);
        }
        return held;
    }

    private static String words(@Nullable String typed, String field, List<Field> wrong) {
        String words = PlainText.text(typed, LONGEST_WORDS, field, wrong);
        if (words == null) {
            wrong.add(Field.of(field, "field.required"));
            return "";
        }
        return words;
    }
}
