package io.genjin.demo;

import io.genjin.followup.ContactWay;
import io.genjin.followup.Outcome;
import io.genjin.followup.RecordFollowUp;
import io.genjin.prospect.NextStepReason;
import io.genjin.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What people of the past did not do well, so that data quality has something to show: written down late, in a burst, in the same words. */
final class Lapses {

    private static final int IN_A_BURST = 17;

    private final Past past;

    Lapses(Past past) {
        this.past = past;
    }

    /** After closing somebody writes down a whole day's calls within minutes, all in the same words (4.8). */
    void burst(StaffMember by, LocalDate day) {
        Hours hours = past.hours();
        for (int number = 0; number < IN_A_BURST; number++) {
            Instant happened = hours.at(day, 10, 0).plus(Duration.ofMinutes(number * 25L));
            Instant recorded = hours.at(day, 18, 40).plus(Duration.ofSeconds(number * 31L));
            past.agenda().plan(recorded, () -> late(by, day, happened, "电话联系，客户暂不考虑，下次再约"));
        }
    }

    /** A contact that was forgotten to be written down, and is the next day. */
    void nextDay(StaffMember by, LocalDate day) {
        Hours hours = past.hours();
        Instant happened = hours.at(day.minusDays(1), 17, 20);
        past.agenda().plan(hours.at(day, 18, 35), () -> late(by, day, happened, "昨天下班前和客户通了电话，约好再联系，补录"));
    }

    private void late(StaffMember by, LocalDate day, Instant happened, String words) {
        LocalDate that = past.hours().dayOf(happened);
        List<Client> known = past.followedBy(by).stream()
                .filter(client -> client.mayEnd() && !client.told)
                .filter(client -> client.lastContact != null && client.lastContact.isBefore(that))
                .filter(client -> client.gradedOn.isBefore(that))
                .toList();
        if (!known.isEmpty()) {
            Client client = known.get(0);
            past.record(
                    client,
                    new RecordFollowUp(
                            ContactWay.PHONE,
                            happened,
                            Outcome.REACHED,
                            words,
                            null,
                            null,
                            null,
                            day.plusDays(2),
                            NextStepReason.ROUTINE,
                            null,
                            null),
                    day,
                    by);
        }
    }
}
