package io.genjin.delivery.web;

import io.genjin.dealership.Dealership;
import io.genjin.delivery.DeliveryBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The handovers of a day or a week, day by day. */
public record CalendarPage(
        LocalDate day, boolean week, DeliveryBook.Calendar calendar, int owed, Dealership dealership, Instant now) {

    public List<LocalDate> days() {
        return calendar.from().datesUntil(calendar.to().plusDays(1)).toList();
    }

    public List<DeliveryBook.Row> of(LocalDate one) {
        return calendar.of(one, dealership);
    }

    public String before() {
        return link(day.minusDays(week ? 7 : 1));
    }

    public String after() {
        return link(day.plusDays(week ? 7 : 1));
    }

    public String link(LocalDate to) {
        return "/deliveries?view=" + (week ? "week" : "day") + "&date=" + to;
    }

    public String view(boolean asWeek) {
        return "/deliveries?view=" + (asWeek ? "week" : "day") + "&date=" + day;
    }

    public boolean isLate(DeliveryBook.Row row) {
        return row.delivery().isOpen() && row.delivery().scheduledAt().isBefore(now);
    }
}
