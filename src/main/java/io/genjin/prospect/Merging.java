package io.genjin.prospect;

import io.genjin.dealership.Dealerships;
import io.genjin.dealership.Policies;
import io.genjin.prospect.ProspectFact.Kind;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door through which two cases of one customer become one, and two again. One goes on; the other is kept as it was, closed
 * as a duplicate, and its history is read together with the one that goes on. No journal entry is rewritten. Which values are
 * chosen is decided by who calls; the promise is set through followup's desk.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Merging {

    private final Prospects prospects;
    private final MergedCases merged;
    private final Changes changes;
    private final Access access;
    private final Dealerships dealerships;
    private final Policies policies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Merging(
            Prospects prospects,
            MergedCases merged,
            Changes changes,
            Access access,
            Dealerships dealerships,
            Policies policies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prospects = prospects;
        this.merged = merged;
        this.changes = changes;
        this.access = access;
        this.dealerships = dealerships;
        this.policies = policies;
        this.events = events;
        this.clock = clock;
    }

    /** Two cases of one customer: which goes on, and which is closed. */
    public record Pair(Prospect survivor, Prospect absorbed) {}

    /**
     * Holds both cases until the transaction ends, always in the same order, so that two merges never wait for each other.
     *
     * @throws io.genjin.shared.NothingHere when the person may not see one of them (S-R22)
     */
    public Pair hold(ProspectId survivor, ProspectId absorbed, StaffMember by, String operation) {
        boolean survivorFirst = survivor.toString().compareTo(absorbed.toString()) < 0;
        Prospect first = access.change(survivorFirst ? survivor : absorbed, by, operation);
        Prospect second = access.change(survivorFirst ? absorbed : survivor, by, operation);
        return survivorFirst ? new Pair(first, second) : new Pair(second, first);
    }

    /**
     * Closes the absorbed case; its numbers lead to the survivor from now on, who counts from the earlier arrival (4.1 rule 7).
     * Visits and last contact count together, and a first contact still owed stays owed by its hour.
     */
    public Prospect.Former absorb(Pair pair, UUID merge, StaffMember by) {
        Instant now = clock.instant();
        Prospect absorbed = pair.absorbed();
        Prospect survivor = pair.survivor();
        DealershipId in = survivor.dealership();
        boolean followed = absorbed.status().isFollowed() && survivor.status().isFollowed();
        if (followed && absorbed.deadline().firstPending()) {
            survivor.owesBy(absorbed.deadline().dueAt());
        }
        Prospect.Former former = absorbed.merged();
        prospects.update(absorbed, by.id(), now, zone(in));
        merged.merge(in, absorbed.id(), survivor.id());
        numbers(absorbed).forEach(number -> merged.lead(in, merge, number, survivor.id()));
        survivor.countsTogether(
                survivor.visits().with(absorbed.visits()), later(survivor.lastContactAt(), absorbed.lastContactAt()));
        prospects.update(survivor, by.id(), now, zone(in));
        tell(absorbed, Kind.MERGED, mergedWords(survivor, absorbed), by, now);
        return former;
    }

    /** What was chosen for the card that goes on; a number that it gives up leads to it all the same. */
    public void rewrite(
            Prospect survivor, CardContent chosen, boolean important, @Nullable UUID merge, StaffMember by) {
        CardContent before = survivor.content();
        CardContent clean = chosen.checked();
        Map<String, Object> changed = ProspectDesk.differences(before, clean);
        if (changed.isEmpty() && important == survivor.isImportantCustomer()) {
            return;
        }
        Instant now = clock.instant();
        DealershipId in = survivor.dealership();
        if (!clean.mobile().equals(before.mobile())) {
            boolean anothers = prospects
                    .openWith(in, clean.number())
                    .filter(other -> !other.equals(survivor.id()))
                    .isPresent();
            if (anothers) {
                throw new FieldsRefused(Field.of("mobile", "field.mobile.onFile"));
            }
            if (merge != null) {
                merged.lead(in, merge, before.number(), survivor.id());
            }
        }
        survivor.rewrite(clean, important);
        prospects.update(survivor, by.id(), now, zone(in));
        try {
            prospects.updateContent(survivor, !clean.customerName().equals(before.customerName()));
        } catch (DuplicateKeyException takenMeanwhile) {
            throw new FieldsRefused(Field.of("mobile", "field.mobile.onFile"));
        }
        events.publishEvent(ProspectFact.of(survivor, Kind.CARD_CHANGED, by.id(), now)
                .with("fields", changed)
                .with("confirmed", survivor.approval().status().isConfirmed()));
    }

    /** The case goes on with {@code to}; what was missed stays with who owned it then. */
    public void handTo(Prospect survivor, StaffMember to, StaffMember by) {
        Instant now = clock.instant();
        StaffId from = survivor.owner();
        Duration hours =
                Duration.ofHours(policies.current(survivor.dealership(), now).handoverHours());
        ProspectFact fact = survivor.transfer(to, TransferReason.CONFLICT, null, by.id(), now, now.plus(hours));
        prospects.update(survivor, by.id(), now, zone(survivor.dealership()));
        changes.owner(survivor, from, TransferReason.CONFLICT.name(), null, by.id(), now);
        events.publishEvent(fact);
    }

    /**
     * The merge as the survivor's own journal tells it, so that its owner hears of it.
     *
     * @param promised what was promised before
     */
    public void conclude(Pair pair, LocalDate promised, StaffMember by) {
        Prospect survivor = pair.survivor();
        Map<String, Object> words = new HashMap<>(mergedWords(survivor, pair.absorbed()));
        if (!promised.equals(survivor.nextStep().date())) {
            words.putAll(moved(promised, survivor.nextStep()));
        }
        tell(survivor, Kind.MERGED, words, by, clock.instant());
    }

    /**
     * Undoes a merge: the absorbed case stands where it stood, with {@code owner}, and what was merged into it before goes with
     * it. The survivor gives back visits and last contact; what was recorded since stays with it.
     *
     * @param itsOwn cases that were merged into the absorbed one before
     * @throws NumberTaken when its number belongs to another open case by now
     */
    public void part(Pair pair, UUID merge, Parting parting, Collection<ProspectId> itsOwn, StaffMember by) {
        Instant now = clock.instant();
        Prospect survivor = pair.survivor();
        Prospect absorbed = pair.absorbed();
        DealershipId in = survivor.dealership();
        merged.forget(in, merge);
        boolean opens = parting.former().status().isOpen();
        if (opens && prospects.openWith(in, absorbed.content().number()).isPresent()) {
            throw new NumberTaken();
        }
        Instant contacted = survivor.lastContactAt();
        survivor.countsTogether(
                survivor.visits().without(parting.joined(), parting.visits()),
                contacted != null && contacted.equals(absorbed.lastContactAt()) ? parting.lastContactAt() : contacted);
        Map<String, Object> survivorsWords = new HashMap<>(mergedWords(survivor, absorbed));
        NextStep promise = parting.promise();
        if (promise != null && survivor.status().isFollowed()) {
            survivorsWords.putAll(moved(survivor.nextStep().date(), promise));
            survivor.plan(promise, survivor.deadline());
        }
        prospects.update(survivor, by.id(), now, zone(in));
        merged.part(in, absorbed.id(), survivor.id(), itsOwn);
        absorbed.parted(parting.former());
        StaffId before = absorbed.owner();
        absorbed.belongTo(parting.owner());
        try {
            prospects.update(absorbed, by.id(), now, zone(in));
        } catch (DuplicateKeyException takenMeanwhile) {
            throw new NumberTaken();
        }
        if (!before.equals(parting.owner())) {
            changes.owner(absorbed, before, TransferReason.LEAVE.name(), null, by.id(), now);
        }
        tell(absorbed, Kind.MERGE_UNDONE, mergedWords(survivor, absorbed), by, now);
        tell(survivor, Kind.MERGE_UNDONE, survivorsWords, by, now);
    }

    /**
     * What is given back when a merge is undone: the absorbed case's standing and owner, the survivor's own visits and contact.
     *
     * @param promise the survivor's own promise from before, while nobody made another one since
     */
    public record Parting(
            Prospect.Former former,
            StaffId owner,
            Prospect.Visits visits,
            Prospect.Visits joined,
            @Nullable Instant lastContactAt,
            @Nullable NextStep promise) {}

    /** The cases of a customer that are read as one: this one first, then those merged into it. */
    public List<ProspectId> casesOf(DealershipId dealership, ProspectId id) {
        List<ProspectId> cases = new ArrayList<>(List.of(id));
        cases.addAll(merged.into(dealership, id));
        return cases;
    }

    /** The case that goes on for this one; nothing while it stands for itself. */
    public Optional<ProspectId> survivorOf(DealershipId dealership, ProspectId id) {
        return merged.survivorOf(dealership, id);
    }

    private static List<PhoneNumber> numbers(Prospect prospect) {
        return Stream.of(prospect.content().mobile(), prospect.content().phone())
                .flatMap(Stream::ofNullable)
                .flatMap(written -> PhoneNumber.parse(written).stream())
                .toList();
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other : other == null || one.isAfter(other) ? one : other;
    }

    private static Map<String, Object> mergedWords(Prospect survivor, Prospect absorbed) {
        return Map.of(
                "into", survivor.id().toString(),
                "from", absorbed.id().toString(),
                "intoCard", survivor.cardNo(),
                "fromCard", absorbed.cardNo());
    }

    /** A step that sets another date tells both. */
    private static Map<String, Object> moved(LocalDate promised, NextStep next) {
        return Map.of(
                "oldDate", promised.toString(),
                "nextDate", next.date().toString(),
                "nextReason", next.reason().name());
    }

    private void tell(Prospect about, Kind kind, Map<String, Object> words, StaffMember by, Instant now) {
        ProspectFact fact = ProspectFact.of(about, kind, by.id(), now);
        for (Map.Entry<String, Object> word : words.entrySet()) {
            fact = fact.with(word.getKey(), word.getValue());
        }
        events.publishEvent(fact);
    }

    private ZoneId zone(DealershipId in) {
        return dealerships.get(in).zone();
    }
}
