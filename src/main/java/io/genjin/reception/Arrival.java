package io.genjin.reception;

import io.genjin.appointment.AppointmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A party as it is told at the door or on the telephone; everything but the kind may stay empty.
 *
 * @param requested   sign-in name of the consultant whom the party asked for
 * @param nature      as the party says; suggested from the number unless given
 * @param appointment the day's appointment that the party came for
 * @param arrivedAt   when it came; now unless given
 */
public record Arrival(
        @Nullable VisitKind kind,
        @Nullable Integer people,
        @Nullable Transport transport,
        @Nullable VisitPurpose purpose,
        @Nullable VisitNature nature,
        @Nullable String customerName,
        @Nullable String mobile,
        @Nullable String requested,
        @Nullable AppointmentId appointment,
        @Nullable Instant arrivedAt) {}
