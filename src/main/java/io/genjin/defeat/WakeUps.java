package io.genjin.defeat;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.NextStep;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectFact;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectStatus;
import io.genjin.shared.DealershipId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes up again what rests until today: dormant cases, and given-up ones that were to be asked once more (1.8, domain 5,
 * Defeat). Safe to run twice, on several nodes, and after any downtime.
 */
@Component
public class WakeUps {

    private static final int AT_ONCE = 200;

    private final ProspectDesk prospects;
    private final Dealerships dealerships;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WakeUps(ProspectDesk prospects, Dealerships dealerships, PlatformTransactionManager transactions, Clock clock) {
        this.prospects = prospects;
        this.dealerships = dealerships;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Wakes what is due in all dealerships.
     *
     * @return how many were taken up
     */
    public int wakeDue() {
        int woken = 0;
        for (Dealership dealership : dealerships.selling()) {
            woken += Tenancy.within(dealership.id(), () -> wakeDue(dealership));
        }
        return woken;
    }

    /** Wakes what is due in one dealership. */
    public int wakeDue(DealershipId in) {
        return Tenancy.within(in, () -> wakeDue(dealerships.get(in)));
    }

    private int wakeDue(Dealership dealership) {
        LocalDate today = dealership.today(clock);
        int woken = 0;
        while (true) {
            List<ProspectId> due = prospects.toWake(dealership.id(), today, AT_ONCE);
            if (due.isEmpty()) {
                return woken;
            }
            for (ProspectId id : due) {
                Boolean taken = transaction.execute(status -> wake(id, dealership, today));
                woken += Objects.requireNonNull(taken) ? 1 : 0;
            }
        }
    }

    private boolean wake(ProspectId id, Dealership dealership, LocalDate today) {
        Prospect held = prospects.hold(id, dealership.id());
        NextStep planned = held.nextStep();
        NextStep next = held.status() == ProspectStatus.DORMANT
                ? new NextStep(today, planned.reason(), planned.note())
                : NextStep.on(today, NextStepReason.ROUTINE);
        return prospects.takeUpAgain(id, ProspectFact.Kind.WOKEN, next, Map.of(), null, dealership.id());
    }
}
