package io.genjin.appointment;

import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish to make an appointment.
 *
 * @param with      who expects the customer; the customer's own consultant unless given, also after a change of owner
 * @param invitedIn the contact in which it was made (3.2); none when it was made by itself
 */
public record MakeAppointment(
        @Nullable AppointmentKind kind,
        @Nullable Instant at,
        @Nullable StaffId with,
        @Nullable String note,
        @Nullable UUID invitedIn) {

    /** An invitation to come, with the customer's own consultant. */
    public static MakeAppointment of(AppointmentKind kind, Instant at) {
        return new MakeAppointment(kind, at, null, null, null);
    }
}
