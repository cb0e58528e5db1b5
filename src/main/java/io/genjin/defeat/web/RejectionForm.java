package io.genjin.defeat.web;

import io.genjin.defeat.DefeatDesk.Rejection;
import io.genjin.prospect.NextStepReason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What comes instead of a defeat that is refused. */
record RejectionForm(
        @Nullable String comment,
        @Nullable Boolean rescued,
        @Nullable String owner,
        @Nullable LocalDate nextDate,
        @Nullable NextStepReason nextReason,
        @Nullable String nextNote,
        @Nullable String lateReason) {

    Rejection rejection() {
        return new Rejection(comment, Boolean.TRUE.equals(rescued), owner, nextDate, nextReason, nextNote, lateReason);
    }
}
