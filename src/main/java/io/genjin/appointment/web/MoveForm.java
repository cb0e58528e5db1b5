package io.genjin.appointment.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** Another time for an appointment, and why. */
record MoveForm(
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        LocalDateTime appointmentAt,

        @Nullable String reason) {

    @Nullable
    Instant moment(ZoneId zone) {
        return appointmentAt == null ? null : appointmentAt.atZone(zone).toInstant();
    }
}
