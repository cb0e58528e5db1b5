package io.genjin.backup;

import io.genjin.backup.BackupAlarm.Kind;
import io.genjin.backup.BackupRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looks whether the last backup is there, whole, fresh and of the size it should have, and raises the alarm when not (S-R78). */
@Service
public class BackupWatch {

    /** A day and a little more, for a backup itself takes time. */
    private static final Duration FRESH = Duration.ofHours(26);

    private static final int SHOWN = 30;

    /**
     * How the backups stand.
     *
     * @param folder where Genjin puts them; nothing when it makes none by itself
     * @param at     at what time of day, China time
     * @param next   when the next one is due
     * @param runs   the newest, newest first
     */
    public record State(
            @Nullable Path folder,
            LocalTime at,
            int keep,
            @Nullable Instant next,
            List<BackupAlarm> alarms,
            List<BackupRun> runs) {

        public boolean isScheduled() {
            return folder != null;
        }

        /** The newest that was kept. */
        public Optional<BackupRun> last() {
            return runs.stream().filter(run -> run.outcome() == Outcome.KEPT).findFirst();
        }
    }

    private final BackupSettings settings;
    private final BackupDesk desk;
    private final BackupRuns runs;
    private final BackupAlarms alarms;
    private final Clock clock;

    BackupWatch(BackupSettings settings, BackupDesk desk, BackupRuns runs, BackupAlarms alarms, Clock clock) {
        this.settings = settings;
        this.desk = desk;
        this.runs = runs;
        this.alarms = alarms;
        this.clock = clock;
    }

    public State state() {
        return new State(
                settings.folder(),
                settings.at(),
                settings.keep(),
                settings.folder() == null ? null : runs.next(BackupJobs.KEEP).orElse(null),
                alarms.standing(),
                runs.newest(SHOWN));
    }

    /**
     * Looks at the last backup and makes the alarms fit.
     *
     * @param whole whether the file is read from its beginning to its end
     */
    public void look(boolean whole) {
        Path folder = settings.folder();
        if (folder == null) {
            return;
        }
        Instant now = clock.instant();
        Set<Kind> wrong = EnumSet.noneOf(Kind.class);
        runs.newest(1).stream().filter(run -> run.outcome() == Outcome.FAILED).forEach(run -> wrong.add(Kind.FAILED));
        Optional<BackupRun> kept = runs.newestKept();
        if (kept.map(run -> run.begunAt().plus(FRESH).isBefore(now)).orElse(true)) {
            wrong.add(Kind.MISSING);
        }
        kept.ifPresent(run -> {
            if (run.shrunk()) {
                wrong.add(Kind.SHRUNKEN);
            }
            if (!isThere(folder, run, whole, now)) {
                wrong.add(Kind.UNREADABLE);
            }
        });
        alarms.settle(wrong, now);
    }

    private boolean isThere(Path folder, BackupRun run, boolean whole, Instant now) {
        Path file = folder.resolve(String.valueOf(run.file()));
        try {
            if (!Files.isRegularFile(file) || Files.size(file) != run.bytes()) {
                return false;
            }
            if (whole) {
                desk.readAgain(file);
                runs.readAgain(run.id(), now);
            }
            return true;
        } catch (BackupRefused | IOException unreadable) {
            return false;
        }
    }
}
