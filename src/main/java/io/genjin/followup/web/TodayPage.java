package io.genjin.followup.web;

import io.genjin.appointment.AppointmentList;
import io.genjin.followup.Worklist;
import io.genjin.prospect.ProspectList;
import java.util.List;

/**
 * A consultant's day: what is overdue, what is due today, what comes tomorrow, and cards that came back.
 *
 * @param upcoming promises of the next days
 * @param returned cards given back, which are tasks for today (scenario 9)
 * @param appointments who is expected today and tomorrow
 * @param standsInFor names of absent colleagues whose customers are listed too
 */
public record TodayPage(
        List<Worklist.Item> overdue,
        List<Worklist.Item> today,
        List<Worklist.Item> upcoming,
        List<ProspectList.Row> returned,
        List<AppointmentList.Row> appointments,
        List<String> standsInFor) {}
