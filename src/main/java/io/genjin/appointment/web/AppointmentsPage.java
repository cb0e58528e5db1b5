package io.genjin.appointment.web;

import io.genjin.appointment.AppointmentList;
import io.genjin.prospect.web.People;
import java.time.LocalDate;
import java.util.List;

/** The appointments of one day. */
public record AppointmentsPage(LocalDate day, List<AppointmentList.Row> rows, People people) {}
