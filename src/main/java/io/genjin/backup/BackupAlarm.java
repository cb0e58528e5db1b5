package io.genjin.backup;

import java.time.Instant;

/** Something about the backups that does not stand as it should, and since when (S-R78). */
public record BackupAlarm(Kind kind, Instant since) {

    /** What is wrong. */
    public enum Kind {
        /** The last attempt failed. */
        FAILED,
        /** None was kept for more than a day. */
        MISSING,
        /** The newest file is gone, or is not what was written. */
        UNREADABLE,
        /** The newest is much smaller than the one before. */
        SHRUNKEN
    }
}
