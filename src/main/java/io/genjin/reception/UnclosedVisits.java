package io.genjin.reception;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.reception.VisitFact.Kind;
import io.genjin.shared.DealershipId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds of visits of which nobody said what follows when the dealership closes (4.3: 22:00): the consultant and the managers
 * are told, once. Safe to run twice, on several nodes, and after any downtime.
 */
@Component
public class UnclosedVisits {

    static final LocalTime CLOSING_TIME = LocalTime.of(22, 0);

    private static final int AT_ONCE = 200;

    private final Visits visits;
    private final ProspectDesk prospects;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UnclosedVisits(
            Visits visits,
            ProspectDesk prospects,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.visits = visits;
        this.prospects = prospects;
        this.dealerships = dealerships;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Reminds in all dealerships.
     *
     * @return of how many visits
     */
    public int remindAll() {
        int reminded = 0;
        for (Dealership dealership : dealerships.selling()) {
            reminded += remind(dealership.id());
        }
        return reminded;
    }

    /** Reminds in one dealership. */
    public int remind(DealershipId in) {
        return Tenancy.within(in, () -> {
            Dealership dealership = dealerships.get(in);
            Instant now = clock.instant();
            LocalDate today = dealership.dayOf(now);
            boolean closed = !now.atZone(dealership.zone()).toLocalTime().isBefore(CLOSING_TIME);
            LocalDate until = closed ? today : today.minusDays(1);
            int reminded = 0;
            while (true) {
                List<VisitId> due =
                        Objects.requireNonNull(transaction.execute(status -> visits.unreminded(in, until, AT_ONCE)));
                if (due.isEmpty()) {
                    return reminded;
                }
                for (VisitId id : due) {
                    Boolean told = transaction.execute(status -> remind(in, id, now));
                    reminded += Boolean.TRUE.equals(told) ? 1 : 0;
                }
            }
        });
    }

    private boolean remind(DealershipId in, VisitId id, Instant now) {
        if (!visits.remind(in, id, now)) {
            return false;
        }
        Visit visit = visits.find(in, id).orElseThrow();
        ProspectId customer = visit.prospect();
        Prospect known = customer == null ? null : prospects.get(in, customer);
        events.publishEvent(VisitFact.of(Kind.VISIT_NOT_CLOSED, visit, known, null, now)
                .with("day", visit.day().toString())
                .with(
                        "to",
                        visit.consultant() == null ? null : visit.consultant().toString()));
        return true;
    }
}
