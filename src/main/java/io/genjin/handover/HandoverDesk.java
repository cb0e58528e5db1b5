package io.genjin.handover;

import io.genjin.dealership.Dealerships;
import io.genjin.ownership.PoolDesk;
import io.genjin.prospect.OwnerDesk;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectList;
import io.genjin.prospect.TransferReason;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives all customers of a person who leaves to successors (scenario 25): one by one as a manager chooses, shared out by rotation,
 * or into the pool. A plan is looked at before it is carried out, customer by customer; it goes on where it stopped, and done twice it does
 * nothing more. Due dates stay; of H and A customers the successors owe a contact within the policy's hours.
 */
@Service
public class HandoverDesk {

    /** Says of a customer that rotation finds the successor. */
    public static final String ROTATION = "ROTATION";

    /** Says of a customer that it goes into the pool. */
    public static final String POOL = "POOL";

    private static final int LISTED_AT_ONCE = 500;

    private final Handovers handovers;
    private final ProspectDesk prospects;
    private final ProspectList list;
    private final OwnerDesk owners;
    private final PoolDesk pool;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HandoverDesk(
            Handovers handovers,
            ProspectDesk prospects,
            ProspectList list,
            OwnerDesk owners,
            PoolDesk pool,
            StaffDirectory staff,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.handovers = handovers;
        this.prospects = prospects;
        this.list = list;
        this.owners = owners;
        this.pool = pool;
        this.staff = staff;
        this.dealerships = dealerships;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** All open customers of a person, the next owed first. */
    @Transactional(readOnly = true)
    public List<ProspectList.Row> openOf(StaffId leaver, StaffMember by) {
        ProspectList.Filter theirs = new ProspectList.Filter(null, null, null, leaver, null, null, null);
        List<ProspectList.Row> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<ProspectList.Row> part = list.find(theirs, LISTED_AT_ONCE, cursor, by);
            all.addAll(part.items());
            cursor = part.next();
        } while (cursor != null);
        return all;
    }

    /** Who may get customers: consultants who work here, are not the leaver, gave no notice and are not away today. */
    public List<StaffMember> successors(StaffId leaver, StaffMember by) {
        LocalDate today = dealerships.get(by.dealership()).today(clock);
        return staff.with(by.dealership(), Role.SALES_CONSULTANT).stream()
                .filter(member -> !member.id().equals(leaver)
                        && !staff.isAway(by.dealership(), member.id(), today)
                        && !staff.hasGivenNotice(by.dealership(), member.id(), today))
                .toList();
    }

    /**
     * Plans who gets whom.
     *
     * @param choices   for each customer a successor's sign-in name, {@link #ROTATION} or {@link #POOL}
     * @param otherwise for customers without a choice; rotation when not given
     * @throws FieldsRefused when a successor is none, or there is nobody or nothing to hand over
     */
    @Transactional
    public HandoverId plan(
            StaffId leaver, Map<ProspectId, String> choices, @Nullable String otherwise, StaffMember by) {
        staff.get(by.dealership(), leaver);
        List<ProspectList.Row> open = openOf(leaver, by);
        if (open.isEmpty()) {
            throw new FieldsRefused(Field.of("choices", "field.handover.nothing"));
        }
        Map<ProspectId, StaffId> rotation = rotation(leaver, open, choices, otherwise, by);
        List<Field> wrong = new ArrayList<>();
        List<Handover.Item> items = new ArrayList<>();
        for (ProspectList.Row row : open) {
            String choice = choice(row, choices, otherwise);
            StaffId to = choice.equals(ROTATION) ? rotation.get(row.id()) : successor(choice, leaver, by);
            if (to == null && !choice.equals(POOL)) {
                wrong.add(Field.of("to-" + row.id(), "field.owner"));
            }
            items.add(new Handover.Item(row.id(), row.grade(), to, null));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Handover planned = new Handover(HandoverId.next(), leaver, by.id(), clock.instant(), null, items);
        handovers.insert(by.dealership(), planned);
        return planned.id();
    }

    private Map<ProspectId, StaffId> rotation(
            StaffId leaver,
            List<ProspectList.Row> open,
            Map<ProspectId, String> choices,
            @Nullable String otherwise,
            StaffMember by) {
        Map<StaffId, Integer> load = prospects.openByOwner(by.dealership());
        return Distribution.of(
                open.stream()
                        .filter(row -> choice(row, choices, otherwise).equals(ROTATION))
                        .map(row -> new Distribution.Customer(row.id(), row.grade()))
                        .toList(),
                successors(leaver, by).stream()
                        .map(member -> new Distribution.Successor(
                                member.id(), member.username(), load.getOrDefault(member.id(), 0)))
                        .toList());
    }

    private static String choice(ProspectList.Row row, Map<ProspectId, String> choices, @Nullable String otherwise) {
        String chosen = choices.getOrDefault(row.id(), otherwise == null ? "" : otherwise);
        return chosen.isBlank() ? ROTATION : chosen.strip();
    }

    private @Nullable StaffId successor(String username, StaffId leaver, StaffMember by) {
        return staff.byUsername(by.dealership(), username)
                .filter(member -> member.active()
                        && !member.id().equals(leaver)
                        && member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER))
                .map(StaffMember::id)
                .orElse(null);
    }

    @Transactional(readOnly = true)
    public Handover get(HandoverId id, StaffMember by) {
        return handovers.get(by.dealership(), id);
    }

    /** Carries a plan out, customer by customer, from where it stands; done twice it does nothing more. */
    public Handover run(HandoverId id, StaffMember by) {
        Handover planned = Objects.requireNonNull(transaction.execute(status -> handovers.get(by.dealership(), id)));
        for (Handover.Item item : planned.items()) {
            if (item.outcome() == null) {
                give(planned, item, by);
            }
        }
        return Objects.requireNonNull(transaction.execute(status -> finished(id, by)));
    }

    /** One customer, in a transaction of its own; what is refused is kept with its reason and stops nobody else. */
    private void give(Handover planned, Handover.Item item, StaffMember by) {
        String outcome;
        try {
            outcome = transaction.execute(status -> given(planned, item, by));
        } catch (Refusal refusal) {
            outcome = transaction.execute(status -> done(planned, item, refusal.code(), by));
        }
        Objects.requireNonNull(outcome);
    }

    private String given(Handover planned, Handover.Item item, StaffMember by) {
        if (!handovers.waits(by.dealership(), planned.id(), item.prospect())) {
            return Handover.DONE;
        }
        Prospect held = prospects.hold(item.prospect(), by.dealership());
        if (!held.status().isOpen() || !held.owner().equals(planned.leaver())) {
            return done(planned, item, Handover.GONE, by);
        }
        if (item.to() == null) {
            pool.release(item.prospect(), TransferReason.LEAVE.name(), by);
        } else {
            owners.transfer(held, staff.get(by.dealership(), item.to()), TransferReason.LEAVE, null, by);
        }
        return done(planned, item, Handover.DONE, by);
    }

    private String done(Handover planned, Handover.Item item, String outcome, StaffMember by) {
        handovers.done(by.dealership(), planned.id(), item, outcome, clock.instant());
        return outcome;
    }

    private Handover finished(HandoverId id, StaffMember by) {
        Handover handover = handovers.get(by.dealership(), id);
        Instant now = clock.instant();
        if (handover.waiting() == 0 && handovers.finish(by.dealership(), id, now)) {
            for (Handover.Share share : handover.shares()) {
                StaffId to = share.to();
                if (to != null) {
                    events.publishEvent(new HandedOver(
                            by.dealership(),
                            handover.leaver(),
                            to,
                            share.customers(),
                            by.id().value(),
                            now));
                }
            }
            List<StaffId> successors = handover.shares().stream()
                    .map(Handover.Share::to)
                    .filter(Objects::nonNull)
                    .toList();
            events.publishEvent(new LeaverHandedOver(by.dealership(), handover.leaver(), successors, by.id(), now));
            return handovers.get(by.dealership(), id);
        }
        return handover;
    }
}
