package io.genjin.backup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One backup that Genjin itself made or tried to make.
 *
 * @param endedAt when it was whole and read again, or failed; nothing while it is written
 * @param file    its name in the folder of backups
 * @param asOf    of when the data in it are
 * @param shrunk  whether it is smaller than the one before by more than the set share
 * @param readAt  when the whole file was last read and found as it was written
 * @param trouble why it failed, in one sentence
 */
public record BackupRun(
        UUID id,
        Instant begunAt,
        @Nullable Instant endedAt,
        Outcome outcome,
        @Nullable String file,
        long bytes,
        long rows,
        @Nullable Instant asOf,
        boolean shrunk,
        @Nullable Instant readAt,
        @Nullable String trouble) {

    /** What became of it; one that is still written after hours was killed. */
    public enum Outcome {
        WRITING,
        KEPT,
        FAILED
    }
}
