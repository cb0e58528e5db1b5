package io.genjin.hqlead;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.hqlead.Warnings.Warning;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Warns before an HQ lead's 24 hours are over (2.1). Safe to run twice, on several nodes and after any downtime: a step is
 * settled once for each lead. Of several steps that a pause of the job let come together only the newest is told, the others
 * are settled unsaid; after the limit none is, for the breach says more.
 */
@Service
public class WarningDesk {

    private static final int AT_ONCE = 200;

    private final HqJournal journal;
    private final HqWarnings warnings;
    private final ProspectDesk prospects;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WarningDesk(
            HqJournal journal,
            HqWarnings warnings,
            ProspectDesk prospects,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.journal = journal;
        this.warnings = warnings;
        this.prospects = prospects;
        this.dealerships = dealerships;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Warns of what is earned by now, in all dealerships. */
    public int warnAll() {
        int told = 0;
        for (Dealership dealership : dealerships.selling()) {
            told += warn(dealership.id());
        }
        return told;
    }

    /**
     * Warns of what is earned by now in one dealership.
     *
     * @return how many warnings were told
     */
    public int warn(DealershipId dealership) {
        Instant now = clock.instant();
        return Tenancy.within(dealership, () -> warn(dealership, now));
    }

    private int warn(DealershipId dealership, Instant now) {
        int told = 0;
        UUID after = new UUID(0, 0);
        while (true) {
            UUID from = after;
            List<ProspectId> batch = Objects.requireNonNull(
                    transaction.execute(status -> warnings.candidates(dealership, now, from, AT_ONCE)));
            if (batch.isEmpty()) {
                return told;
            }
            for (ProspectId id : batch) {
                Boolean said = transaction.execute(status -> warn(id, dealership, now));
                told += Boolean.TRUE.equals(said) ? 1 : 0;
            }
            after = batch.get(batch.size() - 1).value();
        }
    }

    /** Under the prospect's lock, so that a contact recorded at this moment either prevents the warning or comes after it. */
    private boolean warn(ProspectId id, DealershipId dealership, Instant now) {
        Prospect prospect = prospects.hold(id, dealership);
        boolean owed = prospect.status().isFollowed() && prospect.deadline().firstPending();
        if (!owed || now.isAfter(prospect.deadline().dueAt())) {
            return false;
        }
        Optional<HqCase> opened = journal.cases(dealership, List.of(id)).stream()
                .filter(one -> !one.repeated())
                .findFirst();
        if (opened.isEmpty()) {
            return false;
        }
        HqClock hours = journal.clock(dealership);
        Set<WarningStep> settled = warnings.settled(dealership, id);
        List<Warning> fresh = Warnings.earned(opened.get(), hours, now).stream()
                .filter(warning -> !settled.contains(warning.step()))
                .toList();
        Optional<Warning> newest = fresh.stream().max(Comparator.comparing(Warning::at));
        boolean told = false;
        for (Warning warning : fresh) {
            boolean superseded = newest.filter(warning::equals).isEmpty();
            boolean first = warnings.settle(dealership, id, warning, superseded, now);
            if (first && !superseded) {
                events.publishEvent(fact(prospect, opened.get(), warning));
                told = true;
            }
        }
        return told;
    }

    private static HqLeadFact fact(Prospect prospect, HqCase lead, Warning warning) {
        return HqLeadFact.of(prospect, HqLeadFact.Kind.HQ_LEAD_WARNED, null, warning.at())
                .with("step", warning.step().name())
                .with("hours", warning.hours())
                .with("allocated", warning.allocated())
                .with(
                        "responsible",
                        lead.responsible() == null ? null : lead.responsible().value());
    }
}
