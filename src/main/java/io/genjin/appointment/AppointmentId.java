package io.genjin.appointment;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one appointment; it stays the same when the appointment is moved. */
public record AppointmentId(UUID value) implements TypedId {

    static AppointmentId next() {
        return new AppointmentId(TypedId.newValue());
    }

    public static AppointmentId of(String text) {
        return new AppointmentId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
