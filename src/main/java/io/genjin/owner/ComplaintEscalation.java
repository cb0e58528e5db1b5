package io.genjin.owner;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.owner.OwnerFact.Kind;
import io.genjin.prospect.ProspectDesk;
import io.genjin.shared.DealershipId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings complaints on which nobody acted in time before the sales manager, once in each round. Safe to run twice. */
@Component
public class ComplaintEscalation {

    private static final int AT_ONCE = 200;

    private final Complaints complaints;
    private final OwnerFiles files;
    private final ProspectDesk prospects;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ComplaintEscalation(
            Complaints complaints,
            OwnerFiles files,
            ProspectDesk prospects,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.complaints = complaints;
        this.files = files;
        this.prospects = prospects;
        this.dealerships = dealerships;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @return how many were brought before the sales managers */
    public int escalateDue() {
        int escalated = 0;
        for (Dealership dealership : dealerships.selling()) {
            escalated += escalateDue(dealership.id());
        }
        return escalated;
    }

    /** Escalates what is late in one dealership. */
    public int escalateDue(DealershipId in) {
        return Tenancy.within(in, () -> escalate(dealerships.get(in)));
    }

    private int escalate(Dealership dealership) {
        LocalDate today = dealership.today(clock);
        List<UUID> late = Objects.requireNonNull(
                transaction.execute(status -> complaints.toEscalate(dealership.id(), today, AT_ONCE)));
        int escalated = 0;
        for (UUID id : late) {
            escalated += Objects.requireNonNull(transaction.execute(status -> escalate(id, dealership.id(), today)));
        }
        return escalated;
    }

    private int escalate(UUID id, DealershipId in, LocalDate today) {
        Complaint complaint = complaints.getForUpdate(in, id);
        if (!complaint.isOverdue(today) || complaint.escalatedAt() != null) {
            return 0;
        }
        Instant now = clock.instant();
        complaints.update(in, complaint.escalated(now));
        complaints.step(in, id, new Complaint.Step(Complaint.Step.Kind.ESCALATED, "", null, now));
        OwnerFile file = files.get(in, complaint.owner());
        events.publishEvent(OwnerFact.of(Kind.COMPLAINT_ESCALATED, file, prospects.get(in, file.prospect()), null, now)
                .with("complaint", id)
                .with("to", complaint.responsible().value())
                .with("due", complaint.dueDate().toString()));
        return 1;
    }
}
