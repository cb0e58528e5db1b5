package io.genjin.reception.web;

import io.genjin.appointment.AppointmentId;
import io.genjin.reception.Arrival;
import io.genjin.reception.Transport;
import io.genjin.reception.VisitKind;
import io.genjin.reception.VisitNature;
import io.genjin.reception.VisitPurpose;
import org.jspecify.annotations.Nullable;

/** A party as it was filled in at the door. */
record ArrivalForm(
        @Nullable VisitKind kind,
        @Nullable Integer people,
        @Nullable Transport transport,
        @Nullable VisitPurpose purpose,
        @Nullable VisitNature nature,
        @Nullable String customerName,
        @Nullable String mobile,
        @Nullable String requested,
        @Nullable String appointment) {

    Arrival said() {
        return new Arrival(
                kind,
                people,
                transport,
                purpose,
                nature,
                customerName,
                mobile,
                requested,
                appointment == null || appointment.isBlank() ? null : AppointmentId.of(appointment),
                null);
    }
}
