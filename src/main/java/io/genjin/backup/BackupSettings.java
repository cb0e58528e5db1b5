package io.genjin.backup;

import io.genjin.database.StartRefused;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What whoever runs Genjin has said about backups.
 *
 * @param key    32 bytes in Base64 with which backups are sealed; without it one is drawn and kept beside the other keys
 * @param folder where Genjin itself puts a backup every day; none, and it makes none
 * @param at     at what time of day, in the zone of the machine
 * @param keep   how many of its own it keeps
 * @param shrunk by what share a backup may be smaller than the one before without alarm
 */
@ConfigurationProperties("genjin.backup")
record BackupSettings(
        @Nullable String key,
        @Nullable Path folder,
        @DefaultValue("02:15") LocalTime at,
        @DefaultValue("14") int keep,
        @DefaultValue("0.2") BigDecimal shrunk) {

    BackupSettings {
        if (keep < 2 || keep > 3650) {
            throw new StartRefused("genjin.backup.keep: " + keep + " is no number of backups from 2 to 3650.");
        }
        if (shrunk.signum() <= 0 || shrunk.compareTo(BigDecimal.ONE) >= 0) {
            throw new StartRefused("genjin.backup.shrunk: " + shrunk + " is no share between 0 and 1, as 0.2 is.");
        }
    }

    /** The setting shows in no log and no error text. */
    @Override
    public String toString() {
        return "BackupSettings[folder=" + folder + ", at=" + at + ", keep=" + keep + ", shrunk=" + shrunk + "]";
    }
}
