package io.genjin.owner;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans the calls for first service, insurance, inspection, anniversary and birthday two weeks ahead, from the dates on the files.
 * Safe to run twice, on several nodes, and after any downtime: each file remembers the day until which it was planned.
 */
@Component
public class OccasionPlanner {

    static final int DAYS_AHEAD = 14;

    private static final int AT_ONCE = 200;

    private final OwnerFiles files;
    private final Callbacks callbacks;
    private final Dealerships dealerships;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OccasionPlanner(
            OwnerFiles files,
            Callbacks callbacks,
            Dealerships dealerships,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.files = files;
        this.callbacks = callbacks;
        this.dealerships = dealerships;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Plans what is due in all dealerships.
     *
     * @return how many calls were looked at as due
     */
    public int planDue() {
        int planned = 0;
        for (Dealership dealership : dealerships.selling()) {
            planned += planDue(dealership.id());
        }
        return planned;
    }

    /** Plans what is due in one dealership. */
    public int planDue(DealershipId in) {
        return Tenancy.within(in, () -> plan(dealerships.get(in)));
    }

    private int plan(Dealership dealership) {
        LocalDate until = dealership.today(clock).plusDays(DAYS_AHEAD);
        int planned = 0;
        while (true) {
            List<OwnerId> behind = Objects.requireNonNull(
                    transaction.execute(status -> files.toPlan(dealership.id(), until, AT_ONCE)));
            if (behind.isEmpty()) {
                return planned;
            }
            for (OwnerId id : behind) {
                planned += Objects.requireNonNull(transaction.execute(status -> plan(dealership.id(), id, until)));
            }
        }
    }

    private int plan(DealershipId in, OwnerId id, LocalDate until) {
        OwnerFile file = files.getForUpdate(in, id);
        List<CallbackPlan.Planned> due =
                CallbackPlan.occasions(file.details(), file.deliveredOn(), file.occasionsUntil(), until);
        due.forEach(call -> callbacks.plan(file, call, null));
        if (file.occasionsUntil().isBefore(until)) {
            files.plannedUntil(in, id, until);
        }
        return due.size();
    }
}
