package io.genjin.testdrive.web;

import io.genjin.testdrive.BookingDesk;
import io.genjin.testdrive.DriveMode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * The booking as it was filled in.
 *
 * @param prospect the customer's identity; where the booking began at the calendar, their number instead
 * @param atOnce   the customer is here and drives now
 */
record BookForm(
        @Nullable String prospect,
        @Nullable String mobile,
        @Nullable String car,
        @Nullable String route,
        @Nullable DriveMode mode,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        LocalDateTime from,

        @Nullable Boolean atOnce,
        @Nullable String note) {

    boolean isAtOnce() {
        return Boolean.TRUE.equals(atOnce);
    }

    BookingDesk.Wish wish(ZoneId zone) {
        return new BookingDesk.Wish(
                Ids.car(car),
                Ids.route(route),
                mode,
                isAtOnce() || from == null ? null : from.atZone(zone).toInstant(),
                note);
    }
}
