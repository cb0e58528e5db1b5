package io.genjin.followup;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.followup.Cadence.Reading;
import io.genjin.followup.SetAside.Work;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through what fell due while nobody acted: writes each miss down once and moves the due on. Safe to run twice, on
 * several nodes, and after any downtime, because it only asks what the history says until now.
 */
@Component
public class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final ProspectDesk prospects;
    private final Clocks clocks;
    private final Dealerships dealerships;
    private final SetAside setAside;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sweep(
            JdbcClient jdbc,
            ProspectDesk prospects,
            Clocks clocks,
            Dealerships dealerships,
            SetAside setAside,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.prospects = prospects;
        this.clocks = clocks;
        this.dealerships = dealerships;
        this.setAside = setAside;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Settles what fell due by now, in all dealerships. */
    public int settleFallen() {
        Instant now = clock.instant();
        int settled = 0;
        for (Dealership dealership : dealerships.selling()) {
            settled += Tenancy.within(dealership.id(), () -> settleFallen(dealership.id(), now));
        }
        return settled;
    }

    /** Settles what fell due by now in one dealership. */
    public int settleFallen(DealershipId dealership) {
        return Tenancy.within(dealership, () -> settleFallen(dealership, clock.instant()));
    }

    private int settleFallen(DealershipId dealership, Instant now) {
        int settled = 0;
        UUID after = new UUID(0, 0);
        while (true) {
            UUID from = after;
            List<UUID> batch = Objects.requireNonNull(transaction.execute(status -> fallen(dealership, now, from)));
            if (batch.isEmpty()) {
                return settled;
            }
            settleEach(batch, dealership, now);
            settled += batch.size();
            after = batch.get(batch.size() - 1);
        }
    }

    /** Those whose due fell and who are not set aside; a first limit that was already written down waits for its contact. */
    private List<UUID> fallen(DealershipId dealership, Instant now, UUID after) {
        return jdbc.sql("""
                        select p.id
                          from prospect p
                         where p.dealership_id = :dealership
                           and p.id > :after
                           and p.rule_due_at < :now
                           and p.status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS',
                                            'DEFEAT_PENDING')
                           and not (p.first_pending
                                    and exists (select 1
                                                  from miss m
                                                 where m.dealership_id = :dealership
                                                   and m.prospect_id = p.id
                                                   and m.first
                                                   and m.withdrawn_at is null))
                           and %s
                         order by p.id
                         limit :rows
                        """.formatted(SetAside.NOT_SET_ASIDE))
                .param("dealership", dealership.value())
                .param("work", Work.CLOCKS.name())
                .param("pause", SetAside.pause(now).atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("rows", AT_ONCE)
                .query(UUID.class)
                .list();
    }

    private int settleEach(List<UUID> batch, DealershipId dealership, Instant now) {
        return setAside.each(
                batch, Work.CLOCKS, dealership, now, id -> settle(prospects.hold(new ProspectId(id), dealership), now));
    }

    private boolean settle(Prospect prospect, Instant now) {
        if (!prospect.status().isFollowed()) {
            return false;
        }
        Reading reading = clocks.read(prospect, now);
        int facts = clocks.settle(prospect, reading, now);
        boolean moved = !reading.dueAt().equals(prospect.deadline().dueAt())
                || reading.first() != prospect.deadline().firstPending();
        if (moved) {
            prospects.plan(prospect, prospect.nextStep(), Clocks.deadline(reading), null);
        }
        return moved || facts > 0;
    }

    /**
     * Computes every followed prospect anew, as after a new policy or at night.
     *
     * @return for how many the stored due differed from what the clocks say
     */
    public int recompute(DealershipId dealership) {
        Instant now = clock.instant();
        int differing = 0;
        UUID after = new UUID(0, 0);
        while (true) {
            UUID from = after;
            List<UUID> batch = Objects.requireNonNull(transaction.execute(status -> followed(dealership, now, from)));
            if (batch.isEmpty()) {
                return differing;
            }
            differing += settleEach(batch, dealership, now);
            after = batch.get(batch.size() - 1);
        }
    }

    /** Compares what is stored with what the clocks say, every night; a difference is a defect and is repaired. */
    public int compareAll() {
        settleFallen();
        int differing = 0;
        for (Dealership dealership : dealerships.selling()) {
            differing += Tenancy.within(dealership.id(), () -> recompute(dealership.id()));
        }
        if (differing > 0) {
            LOG.error("defect: {} stored due moments differed from their history and were set right", differing);
        }
        return differing;
    }

    private List<UUID> followed(DealershipId dealership, Instant now, UUID after) {
        return jdbc.sql("""
                        select p.id
                          from prospect p
                         where p.dealership_id = :dealership
                           and p.id > :after
                           and p.status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS',
                                            'DEFEAT_PENDING')
                           and %s
                         order by p.id
                         limit :rows
                        """.formatted(SetAside.NOT_SET_ASIDE))
                .param("dealership", dealership.value())
                .param("work", Work.CLOCKS.name())
                .param("pause", SetAside.pause(now).atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("rows", AT_ONCE)
                .query(UUID.class)
                .list();
    }
}
