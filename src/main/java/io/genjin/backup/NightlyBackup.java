package io.genjin.backup;

import io.genjin.database.StartRefused;
import io.genjin.vault.KeysUnusable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The backup that Genjin makes by itself each day into the folder of the settings (S-R76, S-R78). */
@Service
public class NightlyBackup {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern OURS = Pattern.compile("genjin-\\d{8}T\\d{6}Z\\.backup");
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final BackupSettings settings;
    private final BackupDesk desk;
    private final BackupRuns runs;
    private final BackupWatch watch;
    private final Clock clock;

    NightlyBackup(BackupSettings settings, BackupDesk desk, BackupRuns runs, BackupWatch watch, Clock clock) {
        this.settings = settings;
        this.desk = desk;
        this.runs = runs;
        this.watch = watch;
        this.clock = clock;
    }

    /** Makes one now if there never was one, so that a new schedule does not begin with a night without; else only looks. */
    public void keepFirstOrLook() {
        if (runs.newest(1).isEmpty()) {
            keep();
        } else {
            watch.look(false);
        }
    }

    /** Makes one now, forgets the oldest, and looks at it. A failure is written down and raises the alarm; it is not thrown. */
    public void keep() {
        Path folder = settings.folder();
        if (folder == null) {
            return;
        }
        Instant begun = clock.instant();
        Optional<BackupRun> before = runs.newestKept();
        UUID run = runs.begin(begun);
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            String name = "genjin-" + STAMP.format(begun) + ".backup";
            Manifest manifest = desk.keep(folder.resolve(name), false);
            long bytes = Files.size(folder.resolve(name));
            boolean shrunk = before.filter(
                            last -> isMuchLess(bytes, last.bytes()) || isMuchLess(manifest.rows(), last.rows()))
                    .isPresent();
            runs.kept(run, clock.instant(), name, bytes, manifest, shrunk);
            runs.forgetBefore(begun.minus(REMEMBERED));
            if (!shrunk) {
                forgetOldest(folder);
            }
        } catch (BackupRefused | StartRefused | KeysUnusable refused) {
            fail(run, String.valueOf(refused.getMessage()));
        } catch (IOException unusable) {
            fail(run, "The folder " + folder + " cannot be used: " + unusable);
        }
        watch.look(false);
    }

    private void fail(UUID run, String trouble) {
        LOG.error("the backup failed: {}", trouble);
        runs.failed(run, clock.instant(), trouble);
    }

    private boolean isMuchLess(long now, long before) {
        BigDecimal least = BigDecimal.valueOf(before).multiply(BigDecimal.ONE.subtract(settings.shrunk()));
        return BigDecimal.valueOf(now).compareTo(least) < 0;
    }

    /** Only files that carry our names, and none while the newest is suspiciously small: then the older may be the better. */
    private void forgetOldest(Path folder) throws IOException {
        List<Path> ours;
        try (Stream<Path> files = Files.list(folder)) {
            ours = files.filter(
                            file -> OURS.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .toList();
        }
        for (Path old : ours.subList(Math.min(settings.keep(), ours.size()), ours.size())) {
            Files.deleteIfExists(old);
        }
    }
}
