package io.genjin.backup.web;

import io.genjin.backup.BackupRun;
import io.genjin.backup.BackupWatch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The backups as the system administrator sees them. */
public record BackupsPage(BackupWatch.State state) {

    private static final BigDecimal MEGA = BigDecimal.valueOf(1_000_000);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    public String at() {
        return MINUTES.format(state.at());
    }

    public @Nullable BackupRun last() {
        return state.last().orElse(null);
    }

    /** Its size in megabytes, to a tenth. */
    public String size(BackupRun run) {
        return BigDecimal.valueOf(run.bytes()).divide(MEGA, 1, RoundingMode.UP).toPlainString() + " MB";
    }
}
