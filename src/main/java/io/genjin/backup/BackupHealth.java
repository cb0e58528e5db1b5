package io.genjin.backup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * The backups for those who run Genjin: {@code /actuator/health/backup} and figures. An alarm here does not make Genjin
 * unhealthy as a whole: people go on working.
 */
@Component("backupsHealthIndicator")
class BackupHealth extends AbstractHealthIndicator implements MeterBinder {

    private static final Status ALARM = new Status("ALARM");

    private final BackupSettings settings;
    private final BackupWatch watch;
    private final BackupRuns runs;
    private final BackupAlarms alarms;
    private final Clock clock;

    BackupHealth(BackupSettings settings, BackupWatch watch, BackupRuns runs, BackupAlarms alarms, Clock clock) {
        super("the backups cannot be looked at");
        this.settings = settings;
        this.watch = watch;
        this.runs = runs;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (settings.folder() == null) {
            health.unknown().withDetail("schedule", "none: genjin.backup.folder is not set");
            return;
        }
        BackupWatch.State state = watch.state();
        List<String> standing =
                state.alarms().stream().map(one -> one.kind().name()).toList();
        health.status(standing.isEmpty() ? Status.UP : ALARM).withDetail("alarms", standing);
        state.last().ifPresent(last -> health.withDetail("last", String.valueOf(last.asOf()))
                .withDetail("bytes", last.bytes()));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        if (settings.folder() == null) {
            return;
        }
        Gauge.builder("genjin.backup.age", () -> runs.newestKept()
                        .map(run ->
                                Duration.between(run.begunAt(), clock.instant()).toSeconds())
                        .orElse(-1L))
                .baseUnit("seconds")
                .description("since the newest backup was begun; -1 when there is none")
                .register(registry);
        Gauge.builder(
                        "genjin.backup.size",
                        () -> runs.newestKept().map(BackupRun::bytes).orElse(0L))
                .baseUnit("bytes")
                .description("the newest backup's")
                .register(registry);
        Gauge.builder("genjin.backup.alarms", () -> alarms.standing().size())
                .description("how many alarms about the backups stand")
                .register(registry);
    }
}
