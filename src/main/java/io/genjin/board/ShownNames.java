package io.genjin.board;

import org.jspecify.annotations.Nullable;

/** What a board tells of a customer's name; it hangs where visitors pass, so never the whole one. */
public enum ShownNames {
    /** As long as nobody decided otherwise. */
    NONE,
    /** The first letter: 张**. */
    MASKED;

    private static final String MASK = "**";

    /** The name as the board may show it; nothing when it may show none. */
    public @Nullable String of(@Nullable String name) {
        if (this == NONE || name == null || name.isBlank()) {
            return null;
        }
        String whole = name.strip();
        return whole.substring(0, whole.offsetByCodePoints(0, 1)) + MASK;
    }
}
