package io.genjin.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The hours in which a dealership's showroom is open, every day of the week; time outside of them does not count. */
record Hours(ZoneId zone) {

    static final LocalTime OPENS = LocalTime.of(9, 0);
    static final LocalTime CLOSES = LocalTime.of(18, 30);

    Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(zone).toInstant();
    }

    LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** {@code minutes} of open time after {@code moment}. */
    Instant after(Instant moment, long minutes) {
        ZonedDateTime here = moment.atZone(zone);
        if (here.toLocalTime().isBefore(OPENS)) {
            here = here.with(OPENS);
        } else if (!here.toLocalTime().isBefore(CLOSES)) {
            here = here.plusDays(1).with(OPENS);
        }
        ZonedDateTime then = here.plusMinutes(minutes);
        ZonedDateTime closing = here.with(CLOSES);
        if (then.isBefore(closing)) {
            return then.toInstant();
        }
        long left = Duration.between(closing, then).toMinutes();
        return after(here.plusDays(1).with(OPENS).toInstant(), left);
    }

    /** {@code minutes} of open time before {@code moment}. */
    Instant before(Instant moment, long minutes) {
        ZonedDateTime here = moment.atZone(zone);
        if (here.toLocalTime().isAfter(CLOSES)) {
            here = here.with(CLOSES);
        } else if (!here.toLocalTime().isAfter(OPENS)) {
            here = here.minusDays(1).with(CLOSES);
        }
        ZonedDateTime then = here.minusMinutes(minutes);
        ZonedDateTime opening = here.with(OPENS);
        if (then.isAfter(opening)) {
            return then.toInstant();
        }
        long left = Duration.between(then, opening).toMinutes();
        return before(here.minusDays(1).with(CLOSES).toInstant(), left);
    }
}
