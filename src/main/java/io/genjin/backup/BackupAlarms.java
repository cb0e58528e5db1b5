package io.genjin.backup;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.Moments;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The alarms that stand. Each is told once, to the administrators of every dealership, and again only after it had ended. */
@Component
class BackupAlarms {

    private static final Logger LOG = LoggerFactory.getLogger(BackupAlarms.class);

    private final JdbcClient jdbc;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    BackupAlarms(
            JdbcClient jdbc,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.dealerships = dealerships;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    List<BackupAlarm> standing() {
        return jdbc.sql("select alarm, since from backup_alarm order by alarm")
                .query((row, number) ->
                        new BackupAlarm(BackupAlarm.Kind.valueOf(row.getString("alarm")), Moments.read(row, "since")))
                .list();
    }

    /** Makes exactly these stand. A crash on the way tells an alarm twice rather than never. */
    void settle(Set<BackupAlarm.Kind> wrong, Instant at) {
        Set<BackupAlarm.Kind> known = EnumSet.noneOf(BackupAlarm.Kind.class);
        standing().forEach(one -> known.add(one.kind()));
        for (BackupAlarm.Kind kind : wrong) {
            if (!known.contains(kind)) {
                LOG.error("backup alarm: {}", kind);
                dealerships.all().forEach(one -> tell(one, kind, at));
                jdbc.sql("insert into backup_alarm (alarm, since) values (:alarm, :at) on conflict do nothing")
                        .param("alarm", kind.name())
                        .param("at", Moments.bound(at))
                        .update();
            }
        }
        known.removeAll(wrong);
        for (BackupAlarm.Kind over : known) {
            LOG.info("backup alarm is over: {}", over);
            jdbc.sql("delete from backup_alarm where alarm = :alarm")
                    .param("alarm", over.name())
                    .update();
        }
    }

    private void tell(Dealership dealership, BackupAlarm.Kind kind, Instant at) {
        Tenancy.within(
                dealership.id(),
                () -> transaction.executeWithoutResult(
                        status -> events.publishEvent(new BackupFact(dealership.id(), kind, at))));
    }
}
