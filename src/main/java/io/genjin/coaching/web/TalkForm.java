package io.genjin.coaching.web;

import io.genjin.coaching.OneToOneDesk;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** A one-to-one as it was filled in; an untouched time means now. */
record TalkForm(
        @Nullable String consultant,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        LocalDateTime heldAt,

        @Nullable String choice,
        @Nullable String said) {

    OneToOneDesk.Draft draft(ZoneId zone) {
        return new OneToOneDesk.Draft(
                consultant, heldAt == null ? null : heldAt.atZone(zone).toInstant(), choice, said);
    }
}
