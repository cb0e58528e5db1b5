package io.genjin.report;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.report.ClosingTimes.Closing;
import io.genjin.shared.DealershipId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Freezes the daily report of each day at closing time. What is frozen is what was written down until then, so that it is the
 * same whenever this runs: a minute later, on several nodes, or after days of downtime. Only what merely stood, stocks and open
 * promises, is lost when somebody has written something since.
 */
@Component
public class DailyFreezing {

    /** Whatever was being written at closing time has been committed after this long. */
    static final Duration SETTLED_AFTER = Duration.ofMinutes(1);

    private final FrozenDays frozen;
    private final ClosingTimes closings;
    private final ObjectProvider<DailyTargets> targets;
    private final Dealerships dealerships;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DailyFreezing(
            FrozenDays frozen,
            ClosingTimes closings,
            ObjectProvider<DailyTargets> targets,
            Dealerships dealerships,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.frozen = frozen;
        this.closings = closings;
        this.targets = targets;
        this.dealerships = dealerships;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    /** Freezes every day that has closed, in all dealerships. */
    public void freezeClosed() {
        dealerships.selling().forEach(dealership -> freezeClosed(dealership.id()));
    }

    /**
     * Freezes every day of one dealership that has closed since the last frozen one, the oldest first. The first day ever is
     * the one that closed last, if it can still be told whole: what lies before was never frozen, and is not made up.
     */
    public void freezeClosed(DealershipId in) {
        Dealership dealership = dealerships.get(in);
        Tenancy.within(in, () -> {
            while (Boolean.TRUE.equals(transaction.execute(status -> freezeNext(dealership)))) {
                // one day, one transaction
            }
        });
    }

    private boolean freezeNext(Dealership dealership) {
        Instant now = clock.instant();
        List<Closing> times = closings.all(dealership.id());
        LocalDate closed = lastClosed(dealership, times, now);
        Optional<LocalDate> last = frozen.last(dealership.id());
        LocalDate day = last.map(one -> one.plusDays(1)).orElse(closed);
        if (day.isAfter(closed)) {
            return false;
        }
        Instant known = ClosingTimes.momentOn(day, times, dealership);
        boolean stood = !frozen.isWrittenSince(known, dealership.id());
        if (last.isEmpty() && !stood) {
            return false;
        }
        frozen.freeze(
                day,
                new Freeze(known, now, stood, stood),
                targets.orderedStream()
                        .flatMap(all -> all.of(YearMonth.from(day), dealership.id()).stream())
                        .toList(),
                dealership);
        return true;
    }

    private static LocalDate lastClosed(Dealership dealership, List<Closing> times, Instant now) {
        LocalDate today = dealership.dayOf(now);
        return ClosingTimes.momentOn(today, times, dealership)
                        .plus(SETTLED_AFTER)
                        .isAfter(now)
                ? today.minusDays(1)
                : today;
    }
}
