package io.genjin.database;

import org.jspecify.annotations.Nullable;

/** Genjin cannot start here; the sentence says why and what to do. */
public final class StartRefused extends RuntimeException {

    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
