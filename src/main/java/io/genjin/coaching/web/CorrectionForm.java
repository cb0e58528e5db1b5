package io.genjin.coaching.web;

import io.genjin.coaching.OneToOneDesk;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * A one-to-one as it is told again.
 *
 * @param version the one that was on the screen
 */
record CorrectionForm(
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        LocalDateTime heldAt,

        @Nullable String choice,
        @Nullable String said,
        @Nullable String reason,
        @Nullable Integer version) {

    OneToOneDesk.Correction correction(ZoneId zone) {
        return new OneToOneDesk.Correction(
                heldAt == null ? null : heldAt.atZone(zone).toInstant(), choice, said, reason);
    }

    int seen() {
        return version == null ? 0 : version;
    }
}
