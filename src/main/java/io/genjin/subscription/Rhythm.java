package io.genjin.subscription;

import io.genjin.dealership.OpeningCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On which days and at what time something is sent, in the dealership's zone. A time that a clock change leaves out comes as soon as
 * the clocks have it, and one that comes twice is meant the first time.
 *
 * @param weekday      of {@link Every#WEEK}
 * @param dayOfMonth   of {@link Every#MONTH}; a shorter month means its last day
 * @param openDaysOnly nothing on closed days: the daily one is left out, the others wait for the next open day of their own week or
 *                     month and are left out when there is none
 */
public record Rhythm(
        Every every, @Nullable DayOfWeek weekday, @Nullable Integer dayOfMonth, LocalTime at, boolean openDaysOnly) {

    private static final int LONGEST_MONTH = 31;

    /** No rhythm is silent longer than this, whatever the calendar says, or the dealership is closed for good. */
    private static final int FARTHEST_DAYS = 400;

    /** How often. */
    public enum Every {
        DAY,
        WEEK,
        MONTH
    }

    public Rhythm {
        if ((every == Every.WEEK) != (weekday != null) || (every == Every.MONTH) != (dayOfMonth != null)) {
            throw new IllegalArgumentException("a week has its weekday, a month its day");
        }
        if (dayOfMonth != null && (dayOfMonth < 1 || dayOfMonth > LONGEST_MONTH)) {
            throw new IllegalArgumentException("a day of a month is 1 to 31");
        }
        at = at.withSecond(0).withNano(0);
    }

    /** The first moment after {@code after} at which something is due. */
    public Optional<Instant> next(Instant after, ZoneId zone, OpeningCalendar calendar) {
        LocalDate first = LocalDate.ofInstant(after, zone);
        for (LocalDate day = first; day.isBefore(first.plusDays(FARTHEST_DAYS)); day = day.plusDays(1)) {
            if (isDue(day, calendar) && moment(day, zone).isAfter(after)) {
                return Optional.of(moment(day, zone));
            }
        }
        return Optional.empty();
    }

    /**
     * The newest moment after {@code after} and not after {@code until} at which something was due: after a pause of any length only
     * that one is still worth sending.
     */
    public Optional<Instant> newest(Instant after, Instant until, ZoneId zone, OpeningCalendar calendar) {
        LocalDate last = LocalDate.ofInstant(until, zone);
        LocalDate first = LocalDate.ofInstant(after, zone);
        LocalDate farthest = last.minusDays(FARTHEST_DAYS);
        for (LocalDate day = last; !day.isBefore(first) && !day.isBefore(farthest); day = day.minusDays(1)) {
            Instant moment = moment(day, zone);
            if (isDue(day, calendar) && moment.isAfter(after) && !moment.isAfter(until)) {
                return Optional.of(moment);
            }
        }
        return Optional.empty();
    }

    private Instant moment(LocalDate day, ZoneId zone) {
        return day.atTime(at).atZone(zone).toInstant();
    }

    /** Whether something is due on this day. */
    boolean isDue(LocalDate day, OpeningCalendar calendar) {
        if (openDaysOnly && !calendar.isOpen(day)) {
            return false;
        }
        LocalDate named = named(day);
        if (!openDaysOnly || every == Every.DAY) {
            return day.equals(named);
        }
        return !day.isBefore(named) && named.datesUntil(day).noneMatch(calendar::isOpen);
    }

    /** The day that the rhythm names in the week or month of {@code day}. */
    private LocalDate named(LocalDate day) {
        return switch (every) {
            case DAY -> day;
            case WEEK ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).with(Objects.requireNonNull(weekday));
            case MONTH -> {
                YearMonth month = YearMonth.from(day);
                yield month.atDay(Math.min(wantedDay(), month.lengthOfMonth()));
            }
        };
    }

    private int wantedDay() {
        return dayOfMonth == null ? 1 : dayOfMonth;
    }
}
