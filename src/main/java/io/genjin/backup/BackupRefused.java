package io.genjin.backup;

import org.jspecify.annotations.Nullable;

/** A backup cannot be made or brought back; the sentence says why, and nothing was changed. */
public class BackupRefused extends RuntimeException {

    BackupRefused(String sentence) {
        super(sentence);
    }

    BackupRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
