package io.genjin.appointment.web;

import io.genjin.appointment.AppointmentKind;
import io.genjin.appointment.MakeAppointment;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** An appointment as it was filled in; the time is the dealership's. */
record AppointmentForm(
        @Nullable AppointmentKind kind,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        LocalDateTime appointmentAt,

        @Nullable String note) {

    MakeAppointment wish(ZoneId zone) {
        return new MakeAppointment(
                kind, appointmentAt == null ? null : appointmentAt.atZone(zone).toInstant(), null, note, null);
    }
}
