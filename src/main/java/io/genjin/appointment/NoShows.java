package io.genjin.appointment;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds customers who did not come, an hour after their time. Safe to run twice, on several nodes, and after any downtime. */
@Component
public class NoShows {

    private static final int AT_ONCE = 200;

    private final Appointments appointments;
    private final AppointmentDesk desk;
    private final Dealerships dealerships;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NoShows(
            Appointments appointments,
            AppointmentDesk desk,
            Dealerships dealerships,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.appointments = appointments;
        this.desk = desk;
        this.dealerships = dealerships;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Looks in all dealerships.
     *
     * @return how many did not come
     */
    public int findAll() {
        int found = 0;
        for (Dealership dealership : dealerships.selling()) {
            found += find(dealership.id());
        }
        return found;
    }

    /** Looks in one dealership. */
    public int find(DealershipId in) {
        return Tenancy.within(in, () -> {
            Instant limit = clock.instant().minus(AppointmentDesk.NO_SHOW_AFTER);
            int found = 0;
            while (true) {
                List<AppointmentId> due = due(in, limit);
                if (due.isEmpty()) {
                    return found;
                }
                for (AppointmentId id : due) {
                    Boolean missed = transaction.execute(status -> desk.missed(in, id, limit));
                    found += Boolean.TRUE.equals(missed) ? 1 : 0;
                }
            }
        });
    }

    private List<AppointmentId> due(DealershipId in, Instant limit) {
        List<AppointmentId> due = transaction.execute(status -> appointments.openBefore(in, limit, AT_ONCE));
        return due == null ? List.of() : due;
    }
}
