package io.genjin.followup;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a customer whose clock cannot be worked on, by whatever defect, hold up nobody but themselves: they are tried three times in
 * a row, then told to the administrator and tried once an hour until it works (S-R78j).
 */
@Component
public class SetAside {

    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofHours(1);

    /** Not those who are set aside and were tried within the last hour; needs {@code dealership}, {@code work} and {@code pause}. */
    static final String NOT_SET_ASIDE = """
            not exists (select 1
                                             from set_aside a
                                            where a.dealership_id = :dealership
                                              and a.work = :work
                                              and a.prospect_id = p.id
                                              and a.tries >= 3
                                              and a.tried_at > :pause)""";

    /** What could not be done. */
    public enum Work {
        /** What fell due is written down, and the due moved on. */
        CLOCKS,
        /** What is overdue climbs. */
        ESCALATION
    }

    /** A customer who is set aside, since when, how often tried, and under which number the log tells why. */
    public record Case(UUID prospect, Work work, int tries, String reason, Instant since) {}

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    SetAside(JdbcClient jdbc, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Until when whoever is set aside must have been tried to be tried again. */
    static Instant pause(Instant now) {
        return now.minus(PAUSE);
    }

    /**
     * Does all of a batch in one transaction; where that fails, each in one of its own. Within a transaction of somebody's, who wants
     * all or nothing, it only does the former.
     *
     * @return of how many {@code act} said yes
     */
    int each(List<UUID> batch, Work work, DealershipId in, Instant now, Predicate<UUID> act) {
        boolean allOrNothing = TransactionSynchronizationManager.isActualTransactionActive();
        try {
            return together(batch, work, in, act);
        } catch (RuntimeException failed) {
            if (allOrNothing || isOutage(failed)) {
                throw failed;
            }
            LOG.warn("{} of {} customers one by one, after {}", work, batch.size(), nameOf(failed));
        }
        int yes = 0;
        for (UUID one : batch) {
            try {
                yes += together(List.of(one), work, in, act);
            } catch (PessimisticLockingFailureException busy) {
                LOG.info("{} of {} waits for the next time: {}", work, one, nameOf(busy));
            } catch (RuntimeException failed) {
                if (isOutage(failed)) {
                    throw failed;
                }
                failed(one, work, in, now, failed);
            }
        }
        return yes;
    }

    private int together(List<UUID> batch, Work work, DealershipId in, Predicate<UUID> act) {
        Integer yes = transaction.execute(status -> {
            int counted = (int) batch.stream().filter(act).count();
            jdbc.sql("""
                            delete from set_aside
                             where dealership_id = :dealership
                               and work = :work
                               and prospect_id in (:batch)
                            """)
                    .param("dealership", in.value())
                    .param("work", work.name())
                    .param("batch", batch)
                    .update();
            return counted;
        });
        return Objects.requireNonNull(yes);
    }

    /** The database is away: no customer's fault. */
    static boolean isOutage(RuntimeException failed) {
        return failed instanceof CannotCreateTransactionException
                || failed instanceof DataAccessResourceFailureException
                || failed instanceof TransactionSystemException;
    }

    static String nameOf(Throwable failed) {
        return failed.getClass().getSimpleName();
    }

    private void failed(UUID one, Work work, DealershipId in, Instant now, RuntimeException why) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("defect {}: {} of customer {} failed and is set aside", number, work, one, why);
        transaction.executeWithoutResult(status -> {
            Optional<Integer> tries = jdbc.sql("""
                            insert into set_aside (dealership_id, work, prospect_id, tries, reason, since, tried_at)
                            select p.dealership_id, :work, p.id, 1, :reason, :now, :now
                              from prospect p
                             where p.dealership_id = :dealership
                               and p.id = :prospect
                            on conflict (dealership_id, work, prospect_id) do update
                               set tries = set_aside.tries + 1, reason = excluded.reason, tried_at = excluded.tried_at
                            returning tries
                            """)
                    .param("dealership", in.value())
                    .param("work", work.name())
                    .param("prospect", one)
                    .param("reason", nameOf(why) + " " + number)
                    .param("now", Moments.bound(now))
                    .query(Integer.class)
                    .optional();
            if (tries.filter(count -> count == TRIES).isPresent()) {
                events.publishEvent(new ClocksSetAside(in, now, Map.of("work", work.name(), "defect", number)));
            }
        });
    }

    /** Who is set aside in the reader's dealership, the longest first. */
    @Transactional(readOnly = true)
    public List<Case> of(StaffMember reader) {
        return jdbc.sql("""
                        select prospect_id, work, tries, reason, since
                          from set_aside
                         where dealership_id = :dealership
                           and tries >= :tries
                         order by since, prospect_id, work
                         limit 100
                        """)
                .param("dealership", reader.dealership().value())
                .param("tries", TRIES)
                .query((row, number) -> new Case(
                        row.getObject("prospect_id", UUID.class),
                        Work.valueOf(row.getString("work")),
                        row.getInt("tries"),
                        row.getString("reason"),
                        Moments.read(row, "since")))
                .list();
    }
}
