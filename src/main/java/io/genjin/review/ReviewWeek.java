package io.genjin.review;

import io.genjin.dealership.Dealership;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * The week in which the managers meet, named by its Monday. They look back at the whole week before and on at this one. The
 * meeting is owed by Friday 18:00 (R-114, R-115: weekly) and can still be held until the Sunday after: a week that nobody
 * reviewed by then stays one that nobody reviewed.
 */
public record ReviewWeek(LocalDate monday) implements Comparable<ReviewWeek> {

    private static final int DAYS = 7;
    private static final LocalTime OWED_AT = LocalTime.of(18, 0);

    /** A month belongs to the week that has most of its days in it, as weeks of a year are counted. */
    private static final int MIDDLE = 3;

    public ReviewWeek {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("a week begins on Monday");
        }
    }

    /** The week that a day lies in. */
    public static ReviewWeek of(LocalDate day) {
        return new ReviewWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    public LocalDate sunday() {
        return monday.plusDays(DAYS - 1L);
    }

    /** The week looked back at. */
    public ReviewWeek before() {
        return before(1);
    }

    ReviewWeek before(int weeks) {
        return new ReviewWeek(monday.minusDays((long) DAYS * weeks));
    }

    public ReviewWeek next() {
        return before(-1);
    }

    /** The month whose targets this week counts towards: the one that has its Thursday. */
    YearMonth month() {
        return YearMonth.from(monday.plusDays(MIDDLE));
    }

    /** The last day on which its review can be opened. */
    public LocalDate lastDay() {
        return next().sunday();
    }

    public boolean canBeOpenedOn(LocalDate today) {
        return !today.isBefore(monday) && !today.isAfter(lastDay());
    }

    /** From then on the managers are reminded. */
    public Instant owedAt(Dealership dealership) {
        return monday.with(TemporalAdjusters.next(DayOfWeek.FRIDAY))
                .atTime(OWED_AT)
                .atZone(dealership.zone())
                .toInstant();
    }

    /** The Monday after, when they are reminded of what is still not in the archive. */
    public Instant overAt(Dealership dealership) {
        return dealership.startOf(next().monday());
    }

    @Override
    public int compareTo(ReviewWeek other) {
        return monday.compareTo(other.monday);
    }

    @Override
    public String toString() {
        return monday.toString();
    }
}
