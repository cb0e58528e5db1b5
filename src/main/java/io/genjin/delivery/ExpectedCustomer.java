package io.genjin.delivery;

import io.genjin.appointment.Appointment;
import io.genjin.appointment.AppointmentDesk;
import io.genjin.appointment.AppointmentId;
import io.genjin.appointment.AppointmentKind;
import io.genjin.appointment.AppointmentList;
import io.genjin.appointment.MakeAppointment;
import io.genjin.prospect.Prospect;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the customer's appointment in step with the handover, so that reception expects them and consultants are reminded. */
@Component
class ExpectedCustomer {

    private final AppointmentDesk desk;
    private final AppointmentList appointments;

    ExpectedCustomer(AppointmentDesk desk, AppointmentList appointments) {
        this.desk = desk;
        this.appointments = appointments;
    }

    /** The customer comes at {@code at}; one who was to come for a car at another time comes then. */
    UUID comesAt(Prospect held, Instant at, String place, StaffMember by) {
        return desk.invite(held, new MakeAppointment(AppointmentKind.DELIVERY, at, null, place, null), by)
                .id()
                .value();
    }

    void comesNot(Prospect held, @Nullable UUID appointment, String reason, StaffMember by) {
        find(held, appointment)
                .filter(one -> one.status().isOpen())
                .ifPresent(one -> desk.cancel(held, one.id(), reason, by));
    }

    void came(Prospect held, @Nullable UUID appointment, Instant at, StaffMember by) {
        find(held, appointment).filter(one -> one.mayBeKept(at)).ifPresent(one -> desk.kept(held, one.id(), at, by));
    }

    private Optional<Appointment> find(Prospect held, @Nullable UUID appointment) {
        return appointment == null
                ? Optional.empty()
                : appointments.find(held.dealership(), new AppointmentId(appointment));
    }
}
