package io.genjin.hqlead;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.OpenTime;
import io.genjin.dealership.OpeningCalendar.SpecialDay;
import io.genjin.followup.CalendarDesk;
import io.genjin.followup.PolicyDesk;
import io.genjin.staff.StaffMember;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The calendar that the journal tells is the one that the clocks count by, now and as it was. */
@GenjinTest
class KnownCalendarTest {

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    CalendarDesk calendar;

    @Autowired
    PolicyDesk policies;

    @Autowired
    ClosedDays closedDays;

    @Autowired
    HqJournal journal;

    @Autowired
    TransactionTemplate transaction;

    private Dealership store;

    @Test
    @DisplayName(
            "after every change of the calendar the journal tells the same hours, and of earlier moments the earlier ones")
    void theJournalTellsTheCalendar() {
        clock.set("2026-03-02T09:00");
        TestStores.Store founded = stores.found();
        store = founded.dealership();
        StaffMember zhou = founded.zhou();
        within(() -> policies.pause(true, "闭店暂停", zhou));
        within(() -> calendar.closeWeekly(Set.of(DayOfWeek.SUNDAY), null, "周日休息", zhou));
        same();
        OpenTime monday = known();
        clock.set("2026-03-03T09:00");
        within(() -> calendar.close(day("2026-03-10"), day("2026-03-13"), "装修", zhou));
        within(() -> calendar.open(day("2026-03-15"), null, "车展", zhou));
        same();
        clock.set("2026-03-04T09:00");
        within(() -> calendar.asUsual(day("2026-03-11"), day("2026-03-12"), zhou));
        within(() -> calendar.closeWeekly(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), day("2026-03-20"), "双休", zhou));
        same();
        within(() -> calendar.take("2026-04-04 清明节 休\n2026-04-12 清明节 班", zhou));
        same();
        clock.set("2026-03-05T09:00");
        within(() -> calendar.replace(
                Set.of(DayOfWeek.MONDAY), List.of(new SpecialDay(day("2026-04-05"), false, "清明")), "改为周一休息", zhou));
        same();
        Instant afterMonday = at("2026-03-02T12:00");
        HqClock then = within(() -> journal.clock(store, afterMonday));
        for (int days = 0; days < 60; days++) {
            Instant moment = afterMonday.plusSeconds(days * 86_400L);
            assertThat(then.time().compress(moment)).isEqualTo(monday.compress(moment));
        }
    }

    /** The hours that the journal tells up to now. */
    private OpenTime known() {
        return within(() -> journal.clock(store, clock.instant().plusSeconds(1)))
                .time();
    }

    private void same() {
        OpenTime known = known();
        OpenTime counted = within(() -> closedDays.openTime(store.id()));
        for (int hours = 0; hours < 24 * 90; hours += 5) {
            Instant moment = clock.instant().plusSeconds(hours * 3_600L);
            assertThat(known.compress(moment)).as("%s", moment).isEqualTo(counted.compress(moment));
        }
    }

    private void within(Runnable change) {
        Tenancy.within(store.id(), change);
    }

    private <T> T within(java.util.function.Supplier<T> question) {
        return Tenancy.within(store.id(), () -> transaction.execute(status -> question.get()));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private Instant at(String local) {
        return LocalDateTime.parse(local).atZone(store.zone()).toInstant();
    }
}
