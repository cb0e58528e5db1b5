package io.genjin.prospect;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
 * Keeps cards, moves prospects between owners, takes in what arrives, and is the one door through which other modules change a
 * prospect's grade and next step. Opening a card is the {@link OpeningDesk}'s, how far it is confirmed the {@link CardDesk}'s,
 * and the steps of its life are the {@link LifeCycle}'s.
 */
@Service
public class ProspectDesk {

    /** The reason kept with a change of owner that gave a waiting lead to its consultant, or took it back. */
    static final String ALLOCATION = "ALLOCATION";

    private static final int LONGEST_NOTE = 500;

    private final Prospects prospects;
    private final Changes changes;
    private final Access access;
    private final Returns returns;
    private final LifeCycle lifeCycle;
    private final Dealerships dealerships;
    private final FirstDeadlines firstDeadlines;
    private final OwnerDesk owners;
    private final StaffDirectory staff;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProspectDesk(
            Prospects prospects,
            Changes changes,
            Access access,
            Returns returns,
            LifeCycle lifeCycle,
            Dealerships dealerships,
            FirstDeadlines firstDeadlines,
            OwnerDesk owners,
            StaffDirectory staff,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prospects = prospects;
        this.changes = changes;
        this.access = access;
        this.returns = returns;
        this.lifeCycle = lifeCycle;
        this.dealerships = dealerships;
        this.firstDeadlines = firstDeadlines;
        this.owners = owners;
        this.staff = staff;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
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
        if (prospect.status() == ProspectStatus.DUPLICATE) {
            throw new ProspectClosed();
        }
        Instant now = clock.instant();
        CardContent before = prospect.content();
        CardContent clean = content.checked();
        boolean becomesImportant = important && !prospect.isImportantCustomer();
        StaffMember salesManager =
                becomesImportant ? owners.salesManagerFor(prospect, null, "importantCustomer", by) : by;
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
        boolean wasImportant = prospect.isImportantCustomer();
        if (!changed.isEmpty()) {
            prospect.rewrite(clean, wasImportant);
            store(prospect, by.id(), now);
            prospects.updateContent(prospect, !clean.customerName().equals(before.customerName()));
            events.publishEvent(ProspectFact.of(prospect, ProspectFact.Kind.CARD_CHANGED, by.id(), now)
                    .with("fields", changed)
                    .with("confirmed", prospect.approval().status().isConfirmed()));
        }
        if (becomesImportant) {
            owners.markImportant(prospect, salesManager, null, by);
        } else if (wasImportant && !important) {
            owners.unmarkImportant(prospect, null, by);
        }
        return access.read(id, by);
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

    /** What changed, old beside new; numbers and addresses only by name, for the journal is not sealed. */
    static Map<String, Object> differences(CardContent before, CardContent after) {
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
        owners.transfer(prospect, to, reason, note, by);
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

    /**
     * Intake's door: a customer whose case was given up asks again; the case goes on with its former owner, or with whoever has
     * the fewest customers when that one has left (scenario 36).
     *
     * @param otherwise who answers when no consultant is there
     * @return nothing when no case with this number was given up
     */
    @Transactional
    public Optional<ProspectId> comeBack(
            CardContent content, Instant at, StaffId otherwise, @Nullable StaffMember by, DealershipId in) {
        return returns.givenUp(content.number(), in)
                .map(held -> takeUp(held, content, at, otherwise, by, in).id());
    }

    private Prospect takeUp(
            Prospect held,
            CardContent content,
            Instant at,
            StaffId otherwise,
            @Nullable StaffMember by,
            DealershipId in) {
        Deadline first = firstDeadlines.of(dealerships.get(in), held.grade(), at, content.source(), clock.instant());
        return returns.takeUp(
                held,
                new Returns.Return(
                        content,
                        new GradeChoice(held.grade(), held.evidence(), null, "grade"),
                        followerOf(held, otherwise, in),
                        NextStep.on(first.latest(), NextStepReason.FIRST_CONTACT)),
                by);
    }

    /**
     * A dormant or given-up case is taken up again: on its date, or because the customer turned out to be still interested. Its
     * owner goes on with it, or whoever has the fewest customers when that one has left.
     *
     * @param by nobody when the clock does it
     * @return whether it was taken up; not when the customer has another open case by now, and then it wakes no more
     */
    @Transactional
    public boolean takeUpAgain(
            ProspectId id,
            ProspectFact.Kind kind,
            NextStep next,
            Map<String, Object> details,
            @Nullable StaffId by,
            DealershipId in) {
        Prospect held = prospects.getForUpdate(in, id);
        boolean rests = held.status() == ProspectStatus.DORMANT || held.status() == ProspectStatus.DEFEATED;
        if (!rests) {
            return false;
        }
        boolean another = prospects
                .openWith(in, held.content().number())
                .filter(open -> !open.equals(id))
                .isPresent();
        if (another) {
            held.wakesUpOn(null);
            store(held, by, clock.instant());
            return false;
        }
        StaffId before = held.owner();
        StaffId owner = followerOf(held, before, in);
        if (!owner.equals(before)) {
            held.belongTo(owner);
            changes.owner(held, before, "RETURNED", null, by, clock.instant());
        }
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("from", before.value());
        all.put("to", owner.value());
        all.put("nextDate", next.date().toString());
        all.put("nextReason", next.reason().name());
        lifeCycle.takeUp(held, kind, next, all, by);
        return true;
    }

    /** Cases whose wake-up date has come by {@code today}. */
    @Transactional(readOnly = true)
    public List<ProspectId> toWake(DealershipId in, LocalDate today, int most) {
        return prospects.toWake(in, today, most);
    }

    private StaffId followerOf(Prospect held, StaffId otherwise, DealershipId in) {
        Map<StaffId, Integer> open = prospects.openByOwner(in);
        List<StaffMember> consultants = staff.active(in).stream()
                .filter(member -> member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER))
                .toList();
        return consultants.stream()
                .filter(held::isOwnedBy)
                .findFirst()
                .or(() -> consultants.stream()
                        .filter(member -> member.is(Role.SALES_CONSULTANT))
                        .min(Comparator.comparing((StaffMember member) -> open.getOrDefault(member.id(), 0))
                                .thenComparing(StaffMember::username)))
                .map(StaffMember::id)
                .orElse(otherwise);
    }

    /** Opens many received prospects in one transaction; those whose number is on file are left out of the answer. */
    @Transactional
    public List<Prospect> receiveAll(List<Received> all, @Nullable UUID batch, @Nullable StaffId by, DealershipId in) {
        Dealership dealership = dealerships.get(in);
        Instant now = clock.instant();
        Set<PhoneNumber> givenUp = prospects.givenUpAmong(
                in, all.stream().map(one -> one.content().number()).toList());
        for (Received one : all) {
            if (givenUp.contains(one.content().number())) {
                comeBack(one.content(), one.receivedAt(), one.owner(), null, in);
            }
        }
        List<Long> numbers = prospects.cardNumbers(all.size());
        List<Prospect> opened = new ArrayList<>();
        Map<ProspectId, String> externalIds = new HashMap<>();
        for (int place = 0; place < all.size(); place++) {
            Received one = all.get(place);
            if (givenUp.contains(one.content().number())) {
                continue;
            }
            Deadline deadline = firstDeadlines.of(
                    dealership, one.grade(), one.receivedAt(), one.content().source(), now);
            ProspectId id = ProspectId.next();
            if (one.externalId() != null) {
                externalIds.put(id, one.externalId());
            }
            opened.add(new Prospect(Prospect.State.beginning(
                    id,
                    in,
                    String.valueOf(numbers.get(place)),
                    one.receivedAt(),
                    new GradeChoice(one.grade(), Set.of(), null, "grade"),
                    one.owner(),
                    one.content(),
                    one.assigned() ? ProspectStatus.ASSIGNED : ProspectStatus.LEAD_RECEIVED,
                    false,
                    NextStep.on(deadline.latest(), NextStepReason.FIRST_CONTACT),
                    deadline,
                    Prospect.Visits.NONE)));
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
        events.publishEvent(ProspectsReceived.of(in, kept));
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
        Prospect held = prospects.getForUpdate(in, id);
        Dealership dealership = dealerships.get(in);
        Instant now = clock.instant();
        Deadline first = firstDeadlines.of(dealership, held.grade(), at, source, now);
        Prospect prospect =
                returns.wakeIfDormant(held, NextStep.on(first.latest(), NextStepReason.FIRST_CONTACT), null);
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

    /** Follow-up's door: what was done to a confirmed card wants the showroom manager's signature again (scenario 16). */
    @Transactional
    public void askForSignature(Prospect held, String cause, StaffMember by, Instant at) {
        if (held.approval().status().isConfirmed()) {
            events.publishEvent(held.submitAgain(cause, by.id(), at));
        }
    }

    /** Follow-up's door: a contact was made or tried; in the showroom it is a visit as well, once a day. */
    @Transactional
    public void contacted(Prospect held, ContactMade made, @Nullable StaffId by) {
        boolean first = held.visits().count() == 0;
        ZoneId zone = dealerships.get(held.dealership()).zone();
        boolean counted = made.inShowroom() && held.wasHereOn(LocalDate.ofInstant(made.at(), zone), zone);
        ContactMade contact = counted ? made.withoutVisit() : made;
        held.contacted(contact);
        if (contact.inShowroom()) {
            events.publishEvent(ProspectFact.of(held, ProspectFact.Kind.VISIT_RECORDED, by, contact.at())
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

    /** The newest case with this number that ended with a car, if any: such a customer is an owner. */
    @Transactional(readOnly = true)
    public Optional<ProspectId> deliveredWith(DealershipId dealership, PhoneNumber mobile) {
        return prospects.deliveredWith(dealership, mobile);
    }

    /** The cases that ended with a car and whose number ends in these four digits. */
    @Transactional(readOnly = true)
    public List<ProspectId> deliveredEnding(DealershipId dealership, String fourDigits) {
        return prospects.deliveredEnding(dealership, fourDigits);
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
