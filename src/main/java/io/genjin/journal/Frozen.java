package io.genjin.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was true of the prospect at the moment of the fact: its owner, grade and source. Later changes do not move it. */
public record Frozen(
        @Nullable UUID owner,
        @Nullable String grade,
        @Nullable String source) {

    public static final Frozen NOTHING = new Frozen(null, null, null);
}
