package io.genjin.ownership;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.shared.DealershipId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings disputes that nobody decided within two working days before the sales manager, each once. Safe to run twice, on several
 * nodes, and after any downtime.
 */
@Component
public class LateCollisions {

    private final Collisions collisions;
    private final ProspectDesk prospects;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LateCollisions(
            Collisions collisions,
            ProspectDesk prospects,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.collisions = collisions;
        this.prospects = prospects;
        this.dealerships = dealerships;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Goes through all dealerships.
     *
     * @return how many disputes were brought before a sales manager
     */
    public int raise() {
        Instant now = clock.instant();
        int raised = 0;
        for (Dealership dealership : dealerships.selling()) {
            raised += Tenancy.within(dealership.id(), () -> raise(dealership.id(), now));
        }
        return raised;
    }

    /** Goes through one dealership. */
    public int raise(DealershipId in) {
        return Tenancy.within(in, () -> raise(in, clock.instant()));
    }

    private int raise(DealershipId dealership, Instant now) {
        List<CollisionId> late =
                Objects.requireNonNull(transaction.execute(status -> collisions.late(dealership, now)));
        late.forEach(id -> transaction.executeWithoutResult(status -> raise(dealership, id, now)));
        return late.size();
    }

    private void raise(DealershipId dealership, CollisionId id, Instant now) {
        Collision held = collisions.getForUpdate(dealership, id);
        if (!held.isLate(now) || held.lateAt() != null) {
            return;
        }
        collisions.late(held, now);
        Prospect prospect = prospects.get(dealership, held.prospect());
        events.publishEvent(OwnershipFact.of(prospect, OwnershipFact.Kind.COLLISION_LATE, null, now)
                .with("owner", held.owner())
                .with("claimant", held.claimant())
                .with("collision", held.id().value()));
    }
}
