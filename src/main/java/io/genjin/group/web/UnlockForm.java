package io.genjin.group.web;

import io.genjin.group.Unlock;
import io.genjin.group.UnlockDesk;
import org.jspecify.annotations.Nullable;

/** Why somebody from outside wants to see names, and for how many minutes. */
record UnlockForm(
        Unlock.@Nullable Purpose purpose,
        @Nullable String words,
        @Nullable Integer minutes) {

    UnlockDesk.Draft draft() {
        return new UnlockDesk.Draft(purpose, words, minutes);
    }
}
