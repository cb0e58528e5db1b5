package io.genjin.dealership;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;

/**
 * Time as clocks count it that closed days stop: the closed days are cut out, and what happens on one happens at the
 * beginning of the next open day (O-07, scenario 6). Without closed days it is ordinary time.
 */
public final class OpenTime {

    /** The closed days, counted from 1970, in order. */
    private final long[] closed;

    private final ZoneId zone;

    public OpenTime(Collection<LocalDate> closed, ZoneId zone) {
        this.closed = closed.stream()
                .mapToLong(LocalDate::toEpochDay)
                .distinct()
                .sorted()
                .toArray();
        this.zone = zone;
    }

    /** Whether nothing stops the clocks, so that both times are the same. */
    public boolean isOrdinary() {
        return closed.length == 0;
    }

    /** An ordinary moment in open time. */
    public Instant compress(Instant moment) {
        if (isOrdinary()) {
            return moment;
        }
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        LocalDate day = local.toLocalDate();
        int found = Arrays.binarySearch(closed, day.toEpochDay());
        LocalDateTime counted = found < 0 ? local : day.atStartOfDay();
        return counted.minusDays(found < 0 ? -found - 1 : found).atZone(zone).toInstant();
    }

    /** A moment of open time in ordinary time; it lies on an open day. */
    public Instant expand(Instant counted) {
        if (isOrdinary()) {
            return counted;
        }
        LocalDateTime local = LocalDateTime.ofInstant(counted, zone);
        return expand(local.toLocalDate())
                .atTime(local.toLocalTime())
                .atZone(zone)
                .toInstant();
    }

    /** A day of open time as the open day of the calendar that it is. */
    public LocalDate expand(LocalDate counted) {
        long day = counted.toEpochDay();
        // closed[k] - k, the open day right after the k-th closed one, never falls: the first beyond the day is
        // searched.
        int from = 0;
        int to = closed.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (closed[middle] - middle > day) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return counted.plusDays(from);
    }
}
