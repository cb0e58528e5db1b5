package io.genjin.backup.web;

import io.genjin.backup.BackupAlarm;
import io.genjin.backup.BackupRun;
import io.genjin.backup.BackupWatch;
import io.genjin.dealership.Dealerships;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the backups stand, for other systems of the administrator. */
@RestController
@RequestMapping("/api/v1/backups")
class BackupApi {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    /** Something that is not as it should be, and since when. */
    record AlarmView(BackupAlarm.Kind alarm, OffsetDateTime since) {}

    /**
     * One backup.
     *
     * @param asOf   of when the data in it are
     * @param readAt when the whole file was last read and found as it was written
     */
    record RunView(
            OffsetDateTime begunAt,
            @Nullable OffsetDateTime endedAt,
            BackupRun.Outcome outcome,
            @Nullable String file,
            long bytes,
            long rows,
            @Nullable OffsetDateTime asOf,
            boolean shrunk,
            @Nullable OffsetDateTime readAt,
            @Nullable String trouble) {}

    /** The schedule, the alarms that stand, and the newest backups, newest first; {@code at} is China time. */
    record BackupsView(
            boolean scheduled,
            String at,
            int keep,
            @Nullable OffsetDateTime next,
            List<AlarmView> alarms,
            List<RunView> runs) {}

    private final BackupWatch watch;
    private final Dealerships dealerships;

    BackupApi(BackupWatch watch, Dealerships dealerships) {
        this.watch = watch;
        this.dealerships = dealerships;
    }

    @GetMapping
    BackupsView read(StaffMember me) {
        ZoneId zone = dealerships.get(me.dealership()).zone();
        BackupWatch.State state = watch.state();
        LocalTime at = state.at();
        return new BackupsView(
                state.isScheduled(),
                MINUTES.format(at),
                state.keep(),
                there(state.next(), zone),
                state.alarms().stream()
                        .map(one -> new AlarmView(
                                one.kind(), one.since().atZone(zone).toOffsetDateTime()))
                        .toList(),
                state.runs().stream().map(run -> view(run, zone)).toList());
    }

    private static RunView view(BackupRun run, ZoneId zone) {
        return new RunView(
                run.begunAt().atZone(zone).toOffsetDateTime(),
                there(run.endedAt(), zone),
                run.outcome(),
                run.file(),
                run.bytes(),
                run.rows(),
                there(run.asOf(), zone),
                run.shrunk(),
                there(run.readAt(), zone),
                run.trouble());
    }

    private static @Nullable OffsetDateTime there(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : at.atZone(zone).toOffsetDateTime();
    }
}
