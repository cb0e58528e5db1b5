package io.genjin.prospect;

import io.genjin.dealership.Dealerships;
import io.genjin.dealership.Policies;
import io.genjin.prospect.ProspectFact.Kind;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one door through which an open prospect gets another owner (O-16): given to a colleague, released into the pool, claimed
 * from it, or taken over by the sales manager because it is important. Whoever calls has held the prospect before ({@link
 * ProspectDesk#hold}) and has checked that the person may. At every instant there is exactly one owner, and the clocks run on
 * (1.11 rule 7).
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OwnerDesk {

    private final Prospects prospects;
    private final Changes changes;
    private final Dealerships dealerships;
    private final Policies policies;
    private final StaffDirectory staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnerDesk(
            Prospects prospects,
            Changes changes,
            Dealerships dealerships,
            Policies policies,
            StaffDirectory staff,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prospects = prospects;
        this.changes = changes;
        this.dealerships = dealerships;
        this.policies = policies;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Gives the customer to {@code to}; of an H or A customer the new owner owes a contact within the policy's hours.
     *
     * @throws ImportantCustomerNeedsSalesManager when an important customer would leave the sales manager
     * @throws AlreadyOwner                       when it is {@code to}'s already
     */
    public void transfer(Prospect held, StaffMember to, TransferReason reason, @Nullable String note, StaffMember by) {
        Instant now = clock.instant();
        StaffId from = held.owner();
        boolean waited = held.status() == ProspectStatus.LEAD_RECEIVED;
        ProspectFact fact = held.transfer(to, reason, note, by.id(), now, handoverDueAt(by.dealership(), now));
        store(held, by.id(), now);
        changes.owner(held, from, waited ? ProspectDesk.ALLOCATION : reason.name(), note, by.id(), now);
        events.publishEvent(fact);
    }

    /**
     * Lets anybody claim the customer; until somebody does, the manager who released it answers for it.
     *
     * @throws AlreadyReleased                    when it is in the pool
     * @throws ImportantCustomerNeedsSalesManager when it is an important customer
     */
    public void release(Prospect held, String reason, StaffMember manager) {
        Instant now = clock.instant();
        StaffId from = held.owner();
        ProspectFact fact = held.release(manager.id(), reason, now);
        store(held, manager.id(), now);
        changes.owner(held, from, "RELEASED", reason, manager.id(), now);
        events.publishEvent(fact);
    }

    /**
     * The customer of the pool is {@code by}'s from now on; of two who claim at once the second is refused (S-R52).
     *
     * @throws AlreadyClaimed when somebody else has it meanwhile
     */
    public void claim(Prospect held, StaffMember by) {
        Instant now = clock.instant();
        StaffId from = held.owner();
        ProspectFact fact = held.claim(by.id(), now, handoverDueAt(by.dealership(), now));
        store(held, by.id(), now);
        changes.owner(held, from, "CLAIMED", null, by.id(), now);
        events.publishEvent(fact);
    }

    /**
     * The customer is important from now on and belongs to the sales manager at once (R-206, scenario 28).
     *
     * @param to whose it becomes; its owner when that is a sales manager already
     */
    public void markImportant(Prospect held, StaffMember to, @Nullable String note, StaffMember by) {
        Instant now = clock.instant();
        StaffId from = held.owner();
        held.rewrite(held.content(), true);
        if (!held.isOwnedBy(to)) {
            transfer(held, to, TransferReason.IMPORTANT, note, by);
        } else {
            store(held, by.id(), now);
        }
        events.publishEvent(ProspectFact.of(held, Kind.IMPORTANT_CHANGED, by.id(), now)
                .with("important", true)
                .with("from", from.value())
                .with("to", to.id().value())
                .with("note", note));
    }

    /** The customer is important no more; who owns it stays. */
    public void unmarkImportant(Prospect held, @Nullable String note, StaffMember by) {
        Instant now = clock.instant();
        held.rewrite(held.content(), false);
        store(held, by.id(), now);
        events.publishEvent(ProspectFact.of(held, Kind.IMPORTANT_CHANGED, by.id(), now)
                .with("important", false)
                .with("note", note));
    }

    /**
     * Whose an important customer becomes: the present owner's when that is a sales manager, the one who asks when they are one,
     * or the only sales manager there is.
     *
     * @param named sign-in name of the sales manager, needed when there are several
     * @param field of the form in which a refusal is told
     * @throws FieldsRefused when a consultant asks, nobody is a sales manager, or several are and none is named
     */
    public StaffMember salesManagerFor(Prospect held, @Nullable String named, String field, StaffMember by) {
        List<StaffMember> salesManagers = staff.with(by.dealership(), Role.SALES_MANAGER);
        if (named != null && !named.isBlank()) {
            return salesManagers.stream()
                    .filter(one -> one.username().equals(named.strip()))
                    .findFirst()
                    .orElseThrow(() -> new FieldsRefused(Field.of(field, "field.important.salesManager")));
        }
        StaffMember owner = staff.get(by.dealership(), held.owner());
        if (owner.is(Role.SALES_MANAGER)) {
            return owner;
        }
        if (!by.isAnyOf(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER)) {
            throw new FieldsRefused(Field.of(field, "refusal.important-customer-needs-sales-manager"));
        }
        if (by.is(Role.SALES_MANAGER)) {
            return by;
        }
        if (salesManagers.size() != 1) {
            throw new FieldsRefused(Field.of(
                    field, salesManagers.isEmpty() ? "field.important.nobody" : "field.important.salesManager"));
        }
        return salesManagers.get(0);
    }

    /** Until when a new owner contacts an H or A customer (policy handover.contact). */
    private Instant handoverDueAt(DealershipId dealership, Instant now) {
        return now.plus(Duration.ofHours(policies.current(dealership, now).handoverHours()));
    }

    private void store(Prospect held, StaffId by, Instant now) {
        prospects.update(held, by, now, dealerships.get(held.dealership()).zone());
    }
}
