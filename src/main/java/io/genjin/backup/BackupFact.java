package io.genjin.backup;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The backups need an administrator; in each dealership's journal, for each has its own. */
public record BackupFact(DealershipId dealership, BackupAlarm.Kind alarm, Instant happenedAt) implements JournalFact {

    @Override
    public String kind() {
        return "BACKUP_ALARM";
    }

    @Override
    public @Nullable UUID prospect() {
        return null;
    }

    @Override
    public @Nullable UUID actor() {
        return null;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("alarm", alarm.name());
    }
}
