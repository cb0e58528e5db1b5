package io.genjin.appointment;

import io.genjin.shared.Refusal;

/** The appointment is over: kept, cancelled or missed; make another one. */
public class AppointmentSettled extends Refusal {

    AppointmentSettled() {
        super(Kind.CONFLICT);
    }
}
