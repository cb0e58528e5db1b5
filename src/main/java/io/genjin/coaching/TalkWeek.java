package io.genjin.coaching;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** A week of one-to-ones, Monday to Sunday by the dealership's calendar, named by its Monday. */
public record TalkWeek(LocalDate monday) implements Comparable<TalkWeek> {

    private static final int DAYS = 7;

    public TalkWeek {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("a week begins on Monday");
        }
    }

    /** The week that a day lies in. */
    public static TalkWeek of(LocalDate day) {
        return new TalkWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    public LocalDate sunday() {
        return monday.plusDays(DAYS - 1L);
    }

    public TalkWeek next() {
        return new TalkWeek(monday.plusDays(DAYS));
    }

    public TalkWeek previous() {
        return new TalkWeek(monday.minusDays(DAYS));
    }

    public boolean isOverOn(LocalDate today) {
        return today.isAfter(sunday());
    }

    @Override
    public int compareTo(TalkWeek other) {
        return monday.compareTo(other.monday);
    }

    @Override
    public String toString() {
        return monday.toString();
    }
}
