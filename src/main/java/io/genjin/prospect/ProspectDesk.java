package io.genjin.prospect;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.OpenTime;
import io.genjin.dealership.Policies;
import io.genjin.journal.Journal;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens prospects, keeps their cards, moves them between owners, and is the one door through which other modules change a
 * prospect's grade and next step. How far a card is confirmed is the {@link CardDesk}'s.
 */
@Service
public class ProspectDesk {

    /** The reason kept with a change of owner that gave a waiting lead to its consultant, or took it back. */
    static final String ALLOCATION = "ALLOCATION";

    private static final int LONGEST_NOTE = 500;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Prospects prospects;
    private final Changes changes;
    private final Access access;
    private final Dealerships dealerships;
    private final Policies policies;
    private final ClosedDays closedDays;
    private final StaffDirectory staff;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProspectDesk(
            Prospects prospects,
            Changes changes,
            Access access,
            Dealerships dealerships,
            Policies policies,
            ClosedDays closedDays,
            StaffDirectory staff,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prospects = prospects;
        this.changes = changes;
        this.access = access;
        this.dealerships = dealerships;
        this.policies = policies;
        this.closedDays = closedDays;
        this.staff = staff;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a card right after the first contact.
     *
     * @throws FieldsRefused    when grade, next date or its reason is missing, or another field breaks its rule (scenario 8)
     * @throws GradeNeedsReason when the grade differs from the suggestion without a reason (scenario 17)
     * @throws NextDateTooLate  when the next date lies after the first limit without a late reason
     */
    @Transactional
    public Opening open(OpenProspect wish, StaffMember by) {
        Dealership dealership = dealerships.get(by.dealership());
        Instant now = clock.instant();
        Instant receivedAt = wish.receivedAt() == null ? now : wish.receivedAt();
        CardContent content = required(wish, now);
        GradeChoice choice = Objects.requireNonNull(wish.grade());
        StaffId owner = ownerOf(wish, by);
        Deadline deadline = firstDeadline(dealership, choice.grade(), receivedAt, content.source(), now);
        NextStep next = nextStep(wish, deadline, dealership.dayOf(now));
        Prospect prospect = new Prospect(new Prospect.State(
                ProspectId.next(),
                dealership.id(),
                String.valueOf(prospects.cardNumbers(1).get(0)),
                receivedAt,
                choice.grade(),
                owner,
                content,
                ProspectStatus.ASSIGNED,
                owner,
                wish.importantCustomer(),
                choice.grade(),
                choice.evidence(),
                null,
                next,
                deadline,
                CardApproval.DRAFT,
                content.source() == Source.WALK_IN ? Prospect.Visits.NONE.and(receivedAt) : Prospect.Visits.NONE,
                null,
                1));
        GradeSuggestion suggestion =
                GradeSuggestion.of(content.band(dealership.dayOf(now)), choice.evidence(), choice.grade());
        prospect.grade(choice, suggestion, by.id(), now);
        if (!prospects.insert(prospect, null, by.id(), now, dealership.zone())) {
            return known(content, by, now);
        }
        events.publishEvent(ProspectFact.of(prospect, ProspectFact.Kind.PROSPECT_OPENED, by.id(), receivedAt)
                .with("initialGrade", choice.grade().name())
                .with("suggested", suggestion.grade().name())
                .with("gradeReason", choice.reason())
                .with("nextDate", next.date().toString())
                .with("nextReason", next.reason().name())
                .with("lateReason", wish.lateReason()));
        if (content.source() == Source.WALK_IN) {
            events.publishEvent(ProspectFact.of(prospect, ProspectFact.Kind.VISIT_RECORDED, by.id(), receivedAt)
                    .with("nature", "FIRST"));
        }
        return new Opening.Opened(prospect);
    }

    private CardContent required(OpenProspect wish, Instant now) {
        List<Field> wrong = new ArrayList<>();
        if (wish.grade() == null) {
            wrong.add(Field.of("grade", "field.required"));
        }
        if (wish.nextDate() == null) {
            wrong.add(Field.of("nextFollowUpDate", "field.required"));
        }
        if (wish.nextReason() == null) {
            wrong.add(Field.of("nextFollowUpReason", "field.required"));
        }
        if (wish.receivedAt() != null && wish.receivedAt().isAfter(now)) {
            wrong.add(Field.of("receivedAt", "field.future"));
        }
        if (wish.receivedAt() != null && wish.receivedAt().isBefore(EARLIEST)) {
            wrong.add(Field.of("receivedAt", "field.tooEarly"));
        }
        try {
            CardContent content = wish.content().checked();
            if (wrong.isEmpty()) {
                return content;
            }
        } catch (FieldsRefused refused) {
            wrong.addAll(refused.fields());
        }
        throw new FieldsRefused(wrong);
    }

    private StaffId ownerOf(OpenProspect wish, StaffMember by) {
        boolean manager = by.isAnyOf(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER);
        StaffMember owner = by;
        if (manager && wish.owner() != null && !wish.owner().isBlank()) {
            owner = staff.byUsername(by.dealership(), wish.owner().strip())
                    .filter(member -> member.active() && member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER))
                    .orElseThrow(() -> new FieldsRefused(Field.of("owner", "field.owner")));
        }
        if (wish.importantCustomer() && !owner.is(Role.SALES_MANAGER)) {
            throw new FieldsRefused(Field.of("importantCustomer", "refusal.important-customer-needs-sales-manager"));
        }
        if (!owner.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER)) {
            throw new FieldsRefused(Field.of("owner", "field.owner"));
        }
        return owner.id();
    }

    /** The deadline before any contact: the earlier of the source's and the grade's first limit (O-04, scenario 7). */
    private Deadline firstDeadline(Dealership dealership, Grade grade, Instant receivedAt, Source source, Instant now) {
        OpenTime time = closedDays.openTime(dealership.id());
        Instant dueAt = time.expand(policies.current(dealership.id(), now)
                .firstLimit(grade, time.compress(receivedAt), source.isFromHq(), dealership.zone()));
        LocalDate today = dealership.dayOf(now);
        LocalDate day = dealership.dayOf(dueAt);
        return new Deadline(dueAt, day.isBefore(today) ? today : day, true);
    }

    private NextStep nextStep(OpenProspect wish, Deadline deadline, LocalDate today) {
        LocalDate date = Objects.requireNonNull(wish.nextDate());
        NextStepReason reason = Objects.requireNonNull(wish.nextReason());
        NextStep next = new NextStep(date, reason, wish.nextNote() == null ? "" : wish.nextNote());
        checkStep(next, today);
        if (date.isAfter(deadline.latest())
                && (wish.lateReason() == null || wish.lateReason().isBlank())) {
            throw new NextDateTooLate(date, deadline.latest());
        }
        return next;
    }

    /**
     * Checks a promise as far as it stands alone: not in the past, with the words that its reason needs.
     *
     * @throws FieldsRefused naming {@code nextDate} or {@code nextNote}
     */
    public static void checkStep(NextStep next, LocalDate today) {
        List<Field> wrong = new ArrayList<>();
        if (next.date().isBefore(today)) {
            wrong.add(Field.of("nextDate", "field.nextDate.past"));
        }
        if (next.date().isAfter(today.plusYears(1))) {
            wrong.add(Field.of("nextDate", "field.nextDate.far"));
        }
        if (next.reason().needsNote() && next.note().isBlank()) {
            wrong.add(Field.of("nextNote", "field.nextNote"));
        }
        if (next.note().length() > LONGEST_NOTE) {
            wrong.add(Field.of("nextNote", "field.tooLong", LONGEST_NOTE));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
    }

    /** The number is on file: leads the caller to their own card, or notes the courtesy and tells the owner (scenario 21, 22). */
    private Opening known(CardContent content, StaffMember by, Instant now) {
        ProspectId id = prospects.openWith(by.dealership(), content.number()).orElseThrow();
        Prospect existing = prospects.getForUpdate(by.dealership(), id);
        if (existing.isOwnedBy(by)) {
            return new Opening.OwnAlready(id);
        }
        boolean visit = content.source() == Source.WALK_IN;
        String nature = existing.visits().count() == 0 ? "FILED_FIRST" : "RETURN";
        if (visit) {
            existing.visited(now);
            prospects.update(
                    existing, by.id(), now, dealerships.get(by.dealership()).zone());
            events.publishEvent(ProspectFact.of(existing, ProspectFact.Kind.VISIT_RECORDED, by.id(), now)
                    .with("nature", nature));
        }
        events.publishEvent(ProspectFact.of(existing, ProspectFact.Kind.COURTESY_RECEPTION, by.id(), now)
                .with("owner", existing.owner().value())
                .with("source", content.source().name()));
        boolean opened = !existing.approval().status().isConfirmed()
                && changes.conflict(
                        by.dealership(),
                        id,
                        existing.owner(),
                        by.id(),
                        content.source().name(),
                        now);
        if (opened) {
            events.publishEvent(ProspectFact.of(existing, ProspectFact.Kind.COLLISION_OPENED, by.id(), now)
                    .with("owner", existing.owner().value())
                    .with("claimant", by.id().value()));
        }
        return new Opening.OnFile(id, opened);
    }

    /**
     * Changes the card. The change is made against {@code version}; when a colleague stored another one since, nothing is
     * written.
     *
     * @throws CardChanged   when the card is not at {@code version} any more
     * @throws FieldsRefused when a field breaks its rule, or the number belongs to another open prospect
     */
    @Transactional
    public Prospect rewrite(ProspectId id, CardContent content, boolean important, int version, StaffMember by) {
        Prospect prospect = access.change(id, by, "prospect.change");
        if (prospect.version() != version) {
            throw new CardChanged(prospect.version());
        }
        Instant now = clock.instant();
        CardContent before = prospect.content();
        CardContent clean = content.checked();
        if (important && !prospect.isImportantCustomer() && !isSalesManager(prospect.owner(), by.dealership())) {
            throw new FieldsRefused(Field.of("importantCustomer", "refusal.important-customer-needs-sales-manager"));
        }
        if (!clean.mobile().equals(before.mobile())
                && prospects
                        .openWith(by.dealership(), clean.number())
                        .filter(other -> !other.equals(id))
                        .isPresent()) {
            throw new FieldsRefused(Field.of("mobile", "field.mobile.onFile"));
        }
        Map<String, Object> changed = differences(before, clean);
        if (changed.isEmpty() && important == prospect.isImportantCustomer()) {
            return prospect;
        }
        prospect.rewrite(clean, important);
        prospects.update(
                prospect, by.id(), now, dealerships.get(by.dealership()).zone());
        prospects.updateContent(prospect, !clean.customerName().equals(before.customerName()));
        events.publishEvent(ProspectFact.of(prospect, ProspectFact.Kind.CARD_CHANGED, by.id(), now)
                .with("fields", changed)
                .with("confirmed", prospect.approval().status().isConfirmed()));
        return access.read(id, by);
    }

    private boolean isSalesManager(StaffId owner, DealershipId dealership) {
        return staff.get(dealership, owner).is(Role.SALES_MANAGER);
    }

    /** What changed, old beside new; numbers and addresses only by name, for the journal is not sealed. */
    private static Map<String, Object> differences(CardContent before, CardContent after) {
        Map<String, Object> changed = new TreeMap<>();
        Set<String> sealed = Set.of("mobile", "phone", "wechat", "email", "address");
        for (var component : CardContent.class.getRecordComponents()) {
            try {
                Object was = component.getAccessor().invoke(before);
                Object is = component.getAccessor().invoke(after);
                if (!Objects.equals(was, is)) {
                    boolean hidden = sealed.contains(component.getName());
                    changed.put(
                            component.getName(),
                            hidden ? List.of("***", "***") : List.of(String.valueOf(was), String.valueOf(is)));
                }
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return changed;
    }

    /**
     * Gives the prospect to another consultant; its clocks run on and what was missed stays with who owned it (O-16).
     */
    @Transactional
    public Prospect transfer(
            ProspectId id, String toUsername, TransferReason reason, @Nullable String note, StaffMember by) {
        Prospect prospect = access.change(id, by, "prospect.transfer");
        StaffMember to = staff.byUsername(by.dealership(), toUsername)
                .filter(member -> member.active() && member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER))
                .orElseThrow(() -> new FieldsRefused(Field.of("to", "field.owner")));
        Instant now = clock.instant();
        StaffId from = prospect.owner();
        boolean waited = prospect.status() == ProspectStatus.LEAD_RECEIVED;
        ProspectFact fact = prospect.transfer(to, reason, note, by, now);
        store(prospect, by.id(), now);
        changes.owner(prospect, from, waited ? ALLOCATION : reason.name(), note, by.id(), now);
        events.publishEvent(fact);
        return access.read(id, by);
    }

    /** Intake's door: a lead that just arrived becomes a prospect at once, answered for by {@code responsible}. */
    @Transactional
    public Optional<Prospect> receive(Received one, @Nullable StaffId by, DealershipId in) {
        return receiveAll(List.of(one), null, by, in).stream().findFirst();
    }

    /**
     * One prospect that arrives, alone or with many.
     *
     * @param assigned   when its owner is already the consultant
     * @param externalId how the sender calls it, which the journal keeps so that feedback can name it at any time
     */
    public record Received(
            CardContent content,
            Grade grade,
            Instant receivedAt,
            StaffId owner,
            boolean assigned,
            @Nullable String externalId) {

        /** A prospect whose sender has no name for it. */
        public Received(CardContent content, Grade grade, Instant receivedAt, StaffId owner, boolean assigned) {
            this(content, grade, receivedAt, owner, assigned, null);
        }
    }

    /** Opens many received prospects in one transaction; those whose number is on file are left out of the answer. */
    @Transactional
    public List<Prospect> receiveAll(List<Received> all, @Nullable UUID batch, @Nullable StaffId by, DealershipId in) {
        Dealership dealership = dealerships.get(in);
        Instant now = clock.instant();
        List<Long> numbers = prospects.cardNumbers(all.size());
        List<Prospect> opened = new ArrayList<>();
        for (int place = 0; place < all.size(); place++) {
            Received one = all.get(place);
            Deadline deadline = firstDeadline(
                    dealership, one.grade(), one.receivedAt(), one.content().source(), now);
            opened.add(new Prospect(new Prospect.State(
                    ProspectId.next(),
                    in,
                    String.valueOf(numbers.get(place)),
                    one.receivedAt(),
                    one.grade(),
                    one.owner(),
                    one.content(),
                    one.assigned() ? ProspectStatus.ASSIGNED : ProspectStatus.LEAD_RECEIVED,
                    one.owner(),
                    false,
                    one.grade(),
                    Set.of(),
                    null,
                    NextStep.on(deadline.latest(), NextStepReason.FIRST_CONTACT),
                    deadline,
                    CardApproval.DRAFT,
                    Prospect.Visits.NONE,
                    null,
                    1)));
        }
        Map<ProspectId, String> externalIds = new HashMap<>();
        for (int place = 0; place < all.size(); place++) {
            String externalId = all.get(place).externalId();
            if (externalId != null) {
                externalIds.put(opened.get(place).id(), externalId);
            }
        }
        Set<ProspectId> stored = prospects.insertAll(opened, batch, by, now, dealership.zone());
        List<Prospect> kept =
                opened.stream().filter(one -> stored.contains(one.id())).toList();
        journal.writeAll(kept.stream()
                .map(one -> ProspectFact.of(one, ProspectFact.Kind.LEAD_RECEIVED, by, one.receivedAt())
                        .with("batch", batch)
                        .with("assigned", one.status() == ProspectStatus.ASSIGNED ? true : null)
                        .with("externalId", externalIds.get(one.id()))
                        .with("nextDate", one.nextStep().date().toString()))
                .toList());
        return kept;
    }

    /** Intake's door: the customer of an open prospect asked again; the file gets another point of contact (2.1). */
    @Transactional
    public void repeated(
            ProspectId id,
            Source source,
            @Nullable String externalId,
            Instant at,
            @Nullable StaffId by,
            DealershipId in) {
        Prospect prospect = prospects.getForUpdate(in, id);
        Dealership dealership = dealerships.get(in);
        Instant now = clock.instant();
        Deadline first = firstDeadline(dealership, prospect.grade(), at, source, now);
        LocalDate promised = prospect.nextStep().date();
        boolean sooner = first.latest().isBefore(promised) && prospect.status().isFollowed();
        if (sooner) {
            prospect.plan(NextStep.on(first.latest(), NextStepReason.FIRST_CONTACT), prospect.deadline());
            store(prospect, by, now);
        }
        events.publishEvent(ProspectFact.of(prospect, ProspectFact.Kind.LEAD_REPEATED, by, at)
                .with("source", source.name())
                .with("externalId", externalId)
                .with("oldDate", sooner ? promised.toString() : null)
                .with("nextDate", prospect.nextStep().date().toString()));
    }

    /** Intake's door: the designated person gives a received lead to a consultant (FJ-MⅢ-09). */
    @Transactional
    public Prospect allocate(ProspectId id, StaffId to, StaffId by, DealershipId in) {
        Prospect prospect = prospects.getForUpdate(in, id);
        Instant now = clock.instant();
        StaffId from = prospect.owner();
        ProspectFact fact = prospect.allocate(to, by, now);
        store(prospect, by, now);
        changes.owner(prospect, from, ALLOCATION, null, by, now);
        events.publishEvent(fact);
        return prospect;
    }

    /** Intake's door: an allocated lead that nobody followed waits again; {@code to} answers for it meanwhile (2.1). */
    @Transactional
    public Prospect takeLeadBack(ProspectId id, StaffId to, String reason, StaffId by, DealershipId in) {
        Prospect prospect = prospects.getForUpdate(in, id);
        Instant now = clock.instant();
        StaffId from = prospect.owner();
        ProspectFact fact = prospect.takeBack(staff.get(in, to), reason, by, now);
        store(prospect, by, now);
        changes.owner(prospect, from, ALLOCATION, reason, by, now);
        events.publishEvent(fact);
        return prospect;
    }

    /** Intake's door: what arrived is no lead (wrong number), or an untouched import is taken back. */
    @Transactional
    public void invalidate(ProspectId id, ProspectFact.Kind why, @Nullable String note, StaffId by, DealershipId in) {
        Prospect prospect = prospects.getForUpdate(in, id);
        Instant now = clock.instant();
        ProspectFact fact = prospect.invalidate(why, note, by, now);
        store(prospect, by, now);
        events.publishEvent(fact);
    }

    /** Follow-up's door: reads a prospect to be changed by {@code operation}, holding it until the transaction ends. */
    @Transactional
    public Prospect hold(ProspectId id, StaffMember by, String operation) {
        return access.change(id, by, operation);
    }

    /** Follow-up's door for the clock itself, which acts for nobody. */
    @Transactional
    public Prospect hold(ProspectId id, DealershipId in) {
        return prospects.getForUpdate(in, id);
    }

    /**
     * Follow-up's door: a person regrades. The time of purchase on the card is not asked again: the grade chosen says it,
     * and only its evidence is judged.
     */
    @Transactional
    public void regrade(Prospect held, GradeChoice choice, StaffMember by, Instant at) {
        Grade before = held.grade();
        GradeSuggestion suggestion = GradeSuggestion.of(null, choice.evidence(), choice.grade());
        ProspectFact fact = held.grade(choice, suggestion, by.id(), at);
        changes.grade(held, before, choice.reason(), by.id(), at);
        events.publishEvent(fact);
    }

    /** Follow-up's door: a contact was made or tried; in the showroom it is a visit as well. */
    @Transactional
    public void contacted(Prospect held, Instant at, boolean inShowroom, @Nullable StaffId by) {
        boolean first = held.visits().count() == 0;
        held.contacted(at, inShowroom);
        if (inShowroom) {
            events.publishEvent(ProspectFact.of(held, ProspectFact.Kind.VISIT_RECORDED, by, at)
                    .with("nature", first ? "FILED_FIRST" : "RETURN"));
        }
    }

    /** Follow-up's door: sets the promise and the rule behind it, and stores the prospect. */
    @Transactional
    public void plan(Prospect held, NextStep next, Deadline deadline, @Nullable StaffId by) {
        held.plan(next, deadline);
        store(held, by, clock.instant());
    }

    /** The open prospect with this number in the dealership, if any; for intake's duplicate check. */
    @Transactional(readOnly = true)
    public Optional<ProspectId> openWith(DealershipId dealership, PhoneNumber mobile) {
        return prospects.openWith(dealership, mobile);
    }

    /**
     * Intake's door: takes back prospects of an imported sheet that nobody has touched: not contacted, card not handed in.
     *
     * @param except prospects that stay although nobody touched them
     * @return those taken back, at most {@code most}; none when there are no more
     */
    @Transactional
    public List<ProspectId> takeBack(UUID batch, Collection<ProspectId> except, int most, StaffId by, DealershipId in) {
        Instant now = clock.instant();
        List<ProspectFact> facts = prospects.takeBack(in, batch, except, most, by, now);
        journal.writeAll(facts);
        return facts.stream().map(ProspectFact::id).toList();
    }

    /** Intake's door: prospects by their ids, whoever asks; those that are not there are left out. */
    @Transactional(readOnly = true)
    public List<Prospect> getAll(DealershipId dealership, Collection<ProspectId> ids) {
        return ids.isEmpty() ? List.of() : prospects.findAll(dealership, ids);
    }

    /** Intake's door: for how many followed prospects each person answers. */
    @Transactional(readOnly = true)
    public Map<StaffId, Integer> openByOwner(DealershipId dealership) {
        return prospects.openByOwner(dealership);
    }

    /** Intake's door: whose customer each prospect was before, in an earlier case that was lost or delivered. */
    @Transactional(readOnly = true)
    public Map<ProspectId, StaffId> formerOwners(DealershipId dealership, Collection<ProspectId> ids) {
        return ids.isEmpty() ? Map.of() : prospects.formerOwners(dealership, ids);
    }

    /** The prospect itself, whoever asks: for modules that act on it, never for answers to people. */
    @Transactional(readOnly = true)
    public Prospect get(DealershipId dealership, ProspectId id) {
        return prospects.find(dealership, id).orElseThrow(() -> new NothingHere(id));
    }

    private void store(Prospect prospect, @Nullable StaffId by, Instant now) {
        prospects.update(
                prospect, by, now, dealerships.get(prospect.dealership()).zone());
    }
}
