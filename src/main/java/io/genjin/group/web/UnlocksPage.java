package io.genjin.group.web;

import io.genjin.group.Unlock;
import java.time.Instant;
import java.util.List;

/** Who unlocked the dealership's personal data, newest first. */
public record UnlocksPage(List<Unlock> unlocks, Instant now) {

    /** When it ended, or will end. */
    public Instant end(Unlock unlock) {
        return unlock.endedAt() == null ? unlock.endsAt() : unlock.endedAt();
    }
}
