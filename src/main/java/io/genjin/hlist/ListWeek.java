package io.genjin.hlist;

import io.genjin.dealership.Dealership;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * The week in which listed customers are expected to buy, named by its Monday. Its lists may be held from the Thursday before,
 * as Monday's meeting may still do for the running week (scenario 29), and close at the end of its Sunday.
 */
public record ListWeek(LocalDate monday) implements Comparable<ListWeek> {

    private static final int DAYS = 7;
    private static final int HELD_AHEAD = 4;

    public ListWeek {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("a week begins on Monday");
        }
    }

    /** The week that a day lies in. */
    public static ListWeek of(LocalDate day) {
        return new ListWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    public LocalDate sunday() {
        return monday.plusDays(DAYS - 1L);
    }

    /** The first day on which a list for this week may be held: the Thursday before. */
    public LocalDate opensOn() {
        return monday.minusDays(HELD_AHEAD);
    }

    /** The last day that may be expected of a customer on the list: near the week is allowed, far is another week's list. */
    public LocalDate latestExpected() {
        return sunday().plusDays(DAYS);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(monday) && !day.isAfter(sunday());
    }

    public boolean isOpenOn(LocalDate today) {
        return !today.isBefore(opensOn()) && !isOverOn(today);
    }

    public boolean isOverOn(LocalDate today) {
        return today.isAfter(sunday());
    }

    /** Sunday 23:59:59. */
    public Instant closesAt(Dealership dealership) {
        return dealership.endOf(sunday());
    }

    public ListWeek next() {
        return new ListWeek(monday.plusDays(DAYS));
    }

    public ListWeek previous() {
        return new ListWeek(monday.minusDays(DAYS));
    }

    @Override
    public int compareTo(ListWeek other) {
        return monday.compareTo(other.monday);
    }

    @Override
    public String toString() {
        return monday.toString();
    }
}
