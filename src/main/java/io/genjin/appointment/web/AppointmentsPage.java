package io.genjin.appointment.web;

import io.genjin.appointment.AppointmentList;
import io.genjin.prospect.web.People;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The appointments of one day.
 *
 * @param with the one who is expecting; nobody for all
 */
public record AppointmentsPage(
        LocalDate day, @Nullable StaffMember with, List<AppointmentList.Row> rows, People people) {

    public String path(LocalDate other) {
        UriComponentsBuilder path =
                UriComponentsBuilder.fromPath("/appointments").queryParam("date", other);
        return with == null
                ? path.build().toUriString()
                : path.queryParam("with", with.username()).encode().build().toUriString();
    }
}
