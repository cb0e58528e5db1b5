package io.genjin.dealership;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Time as clocks count it that closed days stop: the closed days are cut out, and what happens on one happens at the
 * beginning of the next open day (O-07, scenario 6). Without closed days it is ordinary time.
 */
public final class OpenTime {

    private final NavigableSet<LocalDate> closed;
    private final ZoneId zone;

    public OpenTime(Collection<LocalDate> closed, ZoneId zone) {
        this.closed = new TreeSet<>(closed);
        this.zone = zone;
    }

    /** Whether nothing stops the clocks, so that both times are the same. */
    public boolean isOrdinary() {
        return closed.isEmpty();
    }

    /** An ordinary moment in open time. */
    public Instant compress(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        LocalDate day = local.toLocalDate();
        LocalDateTime counted = closed.contains(day) ? day.atStartOfDay() : local;
        return counted.minusDays(closed.headSet(day, false).size()).atZone(zone).toInstant();
    }

    /** A moment of open time in ordinary time; it lies on an open day. */
    public Instant expand(Instant counted) {
        LocalDateTime local = LocalDateTime.ofInstant(counted, zone);
        return expand(local.toLocalDate())
                .atTime(local.toLocalTime())
                .atZone(zone)
                .toInstant();
    }

    /** A day of open time as the open day of the calendar that it is. */
    public LocalDate expand(LocalDate counted) {
        LocalDate day = counted;
        LocalDate before;
        do {
            before = day;
            day = counted.plusDays(closed.headSet(before, true).size());
        } while (!day.equals(before));
        return day;
    }
}
