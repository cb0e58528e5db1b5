package io.genjin.appointment.web;

import io.genjin.appointment.Appointment;
import io.genjin.appointment.AppointmentId;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Appointments on a customer's page: the one to come, those before, and where one is made.
 *
 * @param form    what was typed to make one
 * @param touched the appointment whose change was refused
 * @param change  what was typed to change that one
 * @param asPart  whether it is loaded into the card; otherwise it is a page of its own
 */
public record AppointmentPanel(
        Prospect prospect,
        List<Appointment> appointments,
        People people,
        Fields form,
        @Nullable AppointmentId touched,
        Fields change,
        boolean asPart) {

    /** The form of one appointment's change: as typed when it was refused. */
    public Fields changeOf(Appointment one) {
        return one.id().equals(touched) ? change : Fields.empty();
    }

    public boolean isTouched(Appointment one) {
        return one.id().equals(touched);
    }
}
