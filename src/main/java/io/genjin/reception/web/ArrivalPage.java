package io.genjin.reception.web;

import io.genjin.appointment.AppointmentList;
import io.genjin.ownership.DoorCheck;
import io.genjin.prospect.web.People;
import io.genjin.reception.FloorBoard;
import io.genjin.reception.FloorTeam;
import io.genjin.reception.HeadTotals;
import io.genjin.shared.web.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The door: one big field, what is known of the number, whose turn it is, who is expected, and who is here.
 *
 * @param registered the party just registered, and who receives it
 * @param expected   the day's appointments that are still to come
 * @param here       parties that have not left
 * @param choosesConsultant whether the reader may say who receives the party
 */
public record ArrivalPage(
        Fields form,
        DoorCheck.@Nullable Answer answer,
        FloorBoard.@Nullable Row registered,
        List<FloorTeam.Place> queue,
        List<AppointmentList.Row> expected,
        List<FloorBoard.Row> here,
        HeadTotals heads,
        boolean choosesConsultant,
        People people) {

    /** Consultants by sign-in name, those in the queue first. */
    public Map<String, String> consultants() {
        Map<String, String> options = new LinkedHashMap<>();
        queue.stream()
                .filter(place -> !place.away())
                .forEach(place ->
                        options.put(place.member().username(), place.member().name()));
        return options;
    }
}
