package io.genjin.owner;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.Policies;
import io.genjin.handover.LeaverHandedOver;
import io.genjin.owner.OwnerFact.Kind;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectFact;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.LeaverCheck;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the file of a customer who bought with its first three calls, keeps it, and gives it to another consultant. A leaver's
 * files go to those who get the leaver's customers.
 */
@Service
public class OwnerFileDesk implements LeaverCheck {

    private final OwnerFiles files;
    private final OwnerAccess access;
    private final Callbacks callbacks;
    private final Complaints complaints;
    private final ProspectDesk prospects;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Policies policies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnerFileDesk(
            OwnerFiles files,
            OwnerAccess access,
            Callbacks callbacks,
            Complaints complaints,
            ProspectDesk prospects,
            StaffDirectory staff,
            Dealerships dealerships,
            Policies policies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.files = files;
        this.access = access;
        this.callbacks = callbacks;
        this.complaints = complaints;
        this.prospects = prospects;
        this.staff = staff;
        this.dealerships = dealerships;
        this.policies = policies;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens the file in the transaction of the signature, with the calls after three, seven and thirty days (scenario 38). A
     * delivery that has its file keeps it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public OwnerFile open(NewOwner owner) {
        Prospect prospect = prospects.get(owner.dealership(), owner.prospect());
        Dealership dealership = dealerships.get(owner.dealership());
        LocalDate deliveredOn = dealership.dayOf(owner.deliveredAt());
        CardContent card = prospect.content();
        OwnerFile file = new OwnerFile(
                OwnerId.next(),
                owner.dealership(),
                owner.prospect(),
                owner.order(),
                card.customerName(),
                owner.vin().value(),
                owner.model(),
                card.source(),
                card.purchaseType(),
                deliveredOn,
                owner.mileage(),
                owner.invoiceDate(),
                owner.details().completed(deliveredOn),
                owner.consultant(),
                deliveredOn,
                0);
        Instant now = clock.instant();
        if (!files.insert(file, owner.filedBy(), now)) {
            return files.ofProspect(owner.dealership(), owner.prospect()).orElseThrow();
        }
        CallbackPlan.atSignature(
                        deliveredOn,
                        policies.current(owner.dealership(), owner.deliveredAt())
                                .ownerCallbackDays())
                .forEach(call -> callbacks.plan(file, call, null));
        events.publishEvent(OwnerFact.of(Kind.OWNER_FILED, file, prospect, owner.filedBy(), owner.deliveredAt())
                .with("model", file.model())
                .with("to", file.consultant().value()));
        return file;
    }

    /**
     * Changes what goes on changing, against {@code version}. Occasions whose dates moved are planned anew; one that is near
     * already is to be called for today.
     *
     * @throws FileChanged when a colleague was first
     */
    @Transactional
    public OwnerFile change(OwnerId id, OwnerDetails wish, int version, StaffMember by) {
        OwnerFile file = access.hold(id, by, "owner.change");
        if (file.version() != version) {
            throw new FileChanged();
        }
        LocalDate today = access.today(by);
        OwnerDetails details = wish.checked(file.deliveredOn(), today);
        TreeSet<String> changed = differences(file.details(), details);
        if (changed.isEmpty()) {
            return file;
        }
        Instant now = clock.instant();
        LocalDate until = today.plusDays(OccasionPlanner.DAYS_AHEAD);
        callbacks.withdrawOccasions(file.dealership(), id, today);
        LocalDate from = file.occasionsUntil().isBefore(today) ? file.occasionsUntil() : today;
        CallbackPlan.occasions(details, file.deliveredOn(), from, until)
                .forEach(call -> callbacks.plan(file, call, null));
        CallbackPlan.alreadyNear(file.details(), details, file.deliveredOn(), today)
                .forEach(call -> callbacks.plan(file, call, null));
        OwnerFile stored = file.with(details, until);
        files.update(stored, by.id(), now);
        Prospect prospect = prospects.get(file.dealership(), file.prospect());
        events.publishEvent(
                OwnerFact.of(Kind.OWNER_CHANGED, stored, prospect, by.id(), now).with("changed", List.copyOf(changed)));
        return files.get(by.dealership(), id);
    }

    /** Names of what changed; the journal keeps no birthday and no family. */
    private static TreeSet<String> differences(OwnerDetails before, OwnerDetails after) {
        TreeSet<String> changed = new TreeSet<>();
        for (var component : OwnerDetails.class.getRecordComponents()) {
            try {
                if (!Objects.equals(
                        component.getAccessor().invoke(before),
                        component.getAccessor().invoke(after))) {
                    changed.add(component.getName());
                }
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return changed;
    }

    /** Gives one owner to another consultant. */
    @Transactional
    public OwnerFile handOver(OwnerId id, @Nullable String to, StaffMember by) {
        OwnerFile file = access.hold(id, by, "owner.hand-over");
        StaffMember successor = successor(to, by);
        if (!successor.id().equals(file.consultant())) {
            give(file, successor.id(), by.id(), clock.instant());
        }
        return files.get(by.dealership(), id);
    }

    /**
     * Gives every owner of a person to another one, as when the person leaves and had no open customers any more.
     *
     * @return how many were given
     */
    @Transactional
    public int handOverAll(@Nullable String from, @Nullable String to, StaffMember by) {
        StaffMember leaver = staff.byUsername(by.dealership(), from == null ? "" : from.strip())
                .orElseThrow(() -> new FieldsRefused(Field.of("from", "field.owner")));
        StaffMember successor = successor(to, by);
        if (successor.id().equals(leaver.id())) {
            throw new FieldsRefused(Field.of("to", "field.owner"));
        }
        List<OwnerFile> theirs = files.of(by.dealership(), leaver.id());
        Instant now = clock.instant();
        theirs.forEach(file -> give(files.getForUpdate(by.dealership(), file.id()), successor.id(), by.id(), now));
        return theirs.size();
    }

    private StaffMember successor(@Nullable String username, StaffMember by) {
        return staff.byUsername(by.dealership(), username == null ? "" : username.strip())
                .filter(member -> member.active() && member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER))
                .orElseThrow(() -> new FieldsRefused(Field.of("to", "field.owner")));
    }

    private void give(OwnerFile file, StaffId to, StaffId by, Instant now) {
        OwnerFile given = file.inChargeOf(to);
        files.update(given, by, now);
        Prospect prospect = prospects.get(file.dealership(), file.prospect());
        events.publishEvent(OwnerFact.of(Kind.OWNER_HANDED_OVER, given, prospect, by, now)
                .with("from", file.consultant().value())
                .with("to", to.value()));
    }

    /** Who got a leaver's customers gets the owners as well, in turn (domain 5, Leaving staff). */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void followTheCustomers(LeaverHandedOver done) {
        List<StaffId> successors = done.successors();
        if (successors.isEmpty()) {
            return;
        }
        int turn = 0;
        for (OwnerFile file : files.of(done.dealership(), done.leaver())) {
            OwnerFile held = files.getForUpdate(done.dealership(), file.id());
            give(held, successors.get(turn % successors.size()), done.by(), done.at());
            turn++;
        }
    }

    /** The name on the file is the name on the card. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void followTheCard(ProspectFact fact) {
        if (fact.what() == ProspectFact.Kind.CARD_CHANGED) {
            String name = prospects.get(fact.dealership(), fact.id()).content().customerName();
            files.renamed(fact.dealership(), fact.id(), name);
        }
    }

    /** Owners and complaints that stand in the name of somebody who leaves. */
    @Override
    public int openItems(DealershipId dealership, StaffId who) {
        return files.inChargeOf(dealership, who) + complaints.openOf(dealership, who);
    }
}
