package io.genjin.testdrive;

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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the customer's appointment in step with the booking of the car: whoever is booked is expected at the door. */
@Component
class DriversExpected {

    /** The words that the appointment keeps when its drive is given up. */
    private static final String GIVEN_UP = "试驾取消";

    private final AppointmentDesk appointments;
    private final AppointmentList list;
    private final Drives drives;

    DriversExpected(AppointmentDesk appointments, AppointmentList list, Drives drives) {
        this.appointments = appointments;
        this.list = list;
        this.drives = drives;
    }

    /** The customer is expected then; an appointment to drive that was made before moves there. */
    @Nullable
    AppointmentId booked(Prospect held, Instant from, Instant now, StaffMember by) {
        if (!held.status().isOpen() || !from.isAfter(now)) {
            return null;
        }
        return appointments
                .invite(held, MakeAppointment.of(AppointmentKind.TEST_DRIVE, from), by)
                .id();
    }

    void moved(Prospect held, TestDrive drive, Instant to, Instant now, StaffMember by) {
        open(drive).filter(one -> to.isAfter(now)).ifPresent(one -> appointments.move(held, one.id(), to, null, by));
    }

    /** Who did not come is found missing by the appointment's own clock. */
    void cancelled(Prospect held, TestDrive drive, TestDrive.CancelReason reason, StaffMember by) {
        if (reason != TestDrive.CancelReason.NO_SHOW) {
            open(drive).ifPresent(one -> appointments.cancel(held, one.id(), GIVEN_UP, by));
        }
    }

    private Optional<Appointment> open(TestDrive drive) {
        return drives.appointment(drive.dealership(), drive.id())
                .flatMap(id -> list.find(drive.dealership(), id))
                .filter(one -> one.status().isOpen());
    }
}
