package io.genjin.dealership;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * On which days a dealership is open. It closes on its weekly closing days; single days may differ: a holiday is closed though
 * its weekday is open, a make-up day (调休) is open though its weekday is closed. Who entered nothing is open every day, as
 * dealerships usually are on holidays too.
 */
public final class OpeningCalendar {

    /**
     * The closed days of the week, in force from a day until the next pattern's day; the days before stay as they were.
     *
     * @param closed at most six
     */
    public record Weekly(LocalDate from, Set<DayOfWeek> closed, String reason) {

        public Weekly {
            if (closed.size() >= DayOfWeek.values().length) {
                throw new IllegalArgumentException("a dealership opens at least on one day of the week");
            }
            EnumSet<DayOfWeek> sorted = EnumSet.noneOf(DayOfWeek.class);
            sorted.addAll(closed);
            closed = sorted;
        }

        @Override
        public Set<DayOfWeek> closed() {
            return Set.copyOf(closed);
        }

        /** Monday first. */
        public List<DayOfWeek> inOrder() {
            return List.copyOf(closed);
        }
    }

    /** A day that differs from the weekly pattern, or is said to be as it is, and why. */
    public record SpecialDay(LocalDate day, boolean open, String reason) {}

    private final NavigableMap<LocalDate, Weekly> weekly = new TreeMap<>();
    private final NavigableMap<LocalDate, SpecialDay> special = new TreeMap<>();
    private final LocalDate since;

    public OpeningCalendar(Collection<Weekly> weekly, Collection<SpecialDay> special) {
        this(weekly, special, LocalDate.MIN);
    }

    private OpeningCalendar(Collection<Weekly> weekly, Collection<SpecialDay> special, LocalDate since) {
        weekly.forEach(pattern -> this.weekly.put(pattern.from(), pattern));
        special.forEach(day -> this.special.put(day.day(), day));
        this.since = since;
    }

    /** The same calendar without selling days before {@code first}, on which the dealership opened; the same when it always was. */
    public OpeningCalendar since(@Nullable LocalDate first) {
        return first == null ? this : new OpeningCalendar(weekly.values(), special.values(), first);
    }

    public boolean isOpen(LocalDate day) {
        if (day.isBefore(since)) {
            return false;
        }
        SpecialDay said = special.get(day);
        return said == null ? !closesWeeklyOn(day) : said.open();
    }

    private boolean closesWeeklyOn(LocalDate day) {
        var pattern = weekly.floorEntry(day);
        return pattern != null && pattern.getValue().closed.contains(day.getDayOfWeek());
    }

    /** Why the dealership is closed on {@code day}; nothing when it is open, or was not there yet. */
    public Optional<String> closure(LocalDate day) {
        if (isOpen(day) || day.isBefore(since)) {
            return Optional.empty();
        }
        SpecialDay said = special.get(day);
        return Optional.of(said == null ? weekly.floorEntry(day).getValue().reason() : said.reason());
    }

    /** Open days from {@code first} to {@code last}, both included: the selling days of a period (4.4). */
    public int openDays(LocalDate first, LocalDate last) {
        int days = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (isOpen(day)) {
                days++;
            }
        }
        return days;
    }

    /** All closed days until {@code last}, earliest first. */
    public List<LocalDate> closedUntil(LocalDate last) {
        List<LocalDate> closed = new ArrayList<>();
        special.values().stream()
                .filter(day -> !day.open() && !day.day().isAfter(last))
                .forEach(day -> closed.add(day.day()));
        if (!weekly.isEmpty()) {
            for (LocalDate day = weekly.firstKey(); !day.isAfter(last); day = day.plusDays(1)) {
                if (closesWeeklyOn(day) && !special.containsKey(day)) {
                    closed.add(day);
                }
            }
        }
        closed.sort(Comparator.naturalOrder());
        return closed;
    }

    /** The pattern in force on {@code day}, if there ever was one. */
    public Optional<Weekly> weeklyOn(LocalDate day) {
        return Optional.ofNullable(weekly.floorEntry(day)).map(entry -> entry.getValue());
    }

    /** The patterns in force on {@code day} or later. */
    public List<Weekly> weeklyFrom(LocalDate day) {
        LocalDate first = weekly.floorKey(day);
        return List.copyOf((first == null ? weekly : weekly.tailMap(first, true)).values());
    }

    /** The days that differ, from {@code first} on, earliest first. */
    public List<SpecialDay> specialFrom(LocalDate first) {
        return List.copyOf(special.tailMap(first, true).values());
    }

    /** What was said of a single day. */
    public Optional<SpecialDay> special(LocalDate day) {
        return Optional.ofNullable(special.get(day));
    }
}
