package io.genjin.followup;

import io.genjin.dealership.Frequency;
import io.genjin.dealership.OpenTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How far an overdue promise has climbed. Its owner hears of it when it falls overdue; the showroom manager when it has been
 * overdue for a whole interval of the rhythm; the sales manager when the ownership grace (5) is over and a colleague may claim
 * the customer. It reads no clock and no table.
 *
 * @param level       who has to know by now
 * @param reachedAt   since when
 * @param overdueDays days since the day of the promise; those that stop the clocks are left out (O-07)
 */
public record Escalation(Level level, Instant reachedAt, long overdueDays) {

    /** The persons to whom an overdue promise climbs, in order. */
    public enum Level {
        OWNER,
        SHOWROOM_MANAGER,
        SALES_MANAGER
    }

    /** Intervals overdue before the showroom manager hears of it. */
    static final int SHOWROOM_MANAGER_INTERVALS = 1;

    /**
     * What a promise for {@code dueAt} has reached at {@code asOf}; nothing while it is not overdue. The days of a level are
     * over before it is reached: B, due on Friday the 6th, with an interval of 4 days, is brought before the showroom manager
     * when Wednesday the 11th begins.
     *
     * @param rhythm         of the customer; its days are the interval
     * @param graceIntervals intervals overdue before the sales manager hears of it
     * @param time           in which the clocks count
     */
    public static Optional<Escalation> of(
            Instant dueAt, Frequency rhythm, int graceIntervals, OpenTime time, ZoneId zone, Instant asOf) {
        if (!asOf.isAfter(dueAt)) {
            return Optional.empty();
        }
        LocalDate due = counted(dueAt, time, zone);
        long overdue = overdueDays(due, asOf, time, zone);
        Instant salesManagerAt = dayAfter(due, (long) graceIntervals * rhythm.days(), time, zone);
        if (!asOf.isBefore(salesManagerAt)) {
            return Optional.of(new Escalation(Level.SALES_MANAGER, salesManagerAt, overdue));
        }
        Instant showroomManagerAt = dayAfter(due, (long) SHOWROOM_MANAGER_INTERVALS * rhythm.days(), time, zone);
        if (!asOf.isBefore(showroomManagerAt)) {
            return Optional.of(new Escalation(Level.SHOWROOM_MANAGER, showroomManagerAt, overdue));
        }
        return Optional.of(new Escalation(Level.OWNER, dueAt.plusSeconds(1), overdue));
    }

    /** A closed day that stops the clocks counts with the open day before it. */
    private static long overdueDays(LocalDate due, Instant asOf, OpenTime time, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(asOf, zone);
        LocalDate counted = counted(asOf, time, zone);
        boolean open = time.expand(counted).equals(today);
        return Math.max(0, ChronoUnit.DAYS.between(due, counted) - (open ? 0 : 1));
    }

    private static LocalDate counted(Instant moment, OpenTime time, ZoneId zone) {
        return LocalDate.ofInstant(time.compress(moment), zone);
    }

    private static Instant dayAfter(LocalDate due, long days, OpenTime time, ZoneId zone) {
        return time.expand(due.plusDays(days + 1)).atStartOfDay(zone).toInstant();
    }
}
