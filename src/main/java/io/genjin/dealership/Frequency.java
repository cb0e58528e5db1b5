package io.genjin.dealership;

import java.time.LocalDate;

/**
 * How often a prospect must hear from us once the first contact is made: at least {@code times} in {@code days} days
 * (持续跟进频率, R-210).
 */
public record Frequency(int times, int days) {

    public Frequency {
        if (times < 1 || days < times || days > 366) {
            throw new IllegalArgumentException("at least one contact, at most one a day");
        }
    }

    /** Several contacts in a cycle, whose misses are decided at the cycle's end (1.11 rule 4). */
    public boolean hasCycles() {
        return times > 1;
    }

    /** The day on which the {@code k}-th contact of a cycle that began on {@code firstDay} is due: day ceil(k·n/m). */
    public LocalDate dueDay(int k, LocalDate firstDay) {
        return firstDay.plusDays(-Math.floorDiv(-k * days, times) - 1L);
    }

    /** The last day of a cycle that began on {@code firstDay}. */
    public LocalDate lastDay(LocalDate firstDay) {
        return firstDay.plusDays(days - 1L);
    }

    /** Whether this rhythm asks for more contacts a day than {@code other}; O-01 compares A with H by it. */
    public boolean isDenserThan(Frequency other) {
        return times * other.days > other.times * days;
    }
}
