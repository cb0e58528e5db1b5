package io.genjin.testdrive;

import io.genjin.dealership.OpeningCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** When a car could be booked: on the dealership's grid, on open days, within its hours, and not twice. Knows no database. */
final class FreeSlots {

    /** So far ahead a next free slot is looked for. */
    private static final int DAYS = 30;

    private final DriveRules rules;
    private final OpeningCalendar calendar;
    private final ZoneId zone;

    FreeSlots(DriveRules rules, OpeningCalendar calendar, ZoneId zone) {
        this.rules = rules;
        this.calendar = calendar;
        this.zone = zone;
    }

    boolean isOpen(LocalDate day) {
        return calendar.isOpen(day);
    }

    /** Whether the whole slot lies on one open day within the hours. */
    boolean isWithinHours(Slot slot) {
        LocalDate day = LocalDate.ofInstant(slot.from(), zone);
        return isOpen(day) && !slot.from().isBefore(opens(day)) && !slot.to().isAfter(closes(day));
    }

    /** The beginnings of the grid on a day; none when it is closed. */
    List<Instant> grid(LocalDate day) {
        List<Instant> starts = new ArrayList<>();
        if (isOpen(day)) {
            Duration step = Duration.ofMinutes(rules.slotMinutes());
            for (Instant start = opens(day); start.plus(step).compareTo(closes(day)) <= 0; start = start.plus(step)) {
                starts.add(start);
            }
        }
        return starts;
    }

    /** What can still be booked on a day for so long, in order. */
    List<Slot> free(LocalDate day, Duration length, Collection<Slot> taken, Instant now) {
        return grid(day).stream()
                .filter(start -> !start.isBefore(now))
                .map(start -> new Slot(start, start.plus(length)))
                .filter(this::isWithinHours)
                .filter(slot -> taken.stream().noneMatch(slot::overlaps))
                .toList();
    }

    /** The next one that begins at {@code from} or later. */
    Optional<Slot> next(Instant from, Duration length, Collection<Slot> taken, Instant now) {
        Instant earliest = from.isBefore(now) ? now : from;
        LocalDate first = LocalDate.ofInstant(earliest, zone);
        return first.datesUntil(first.plusDays(DAYS))
                .flatMap(day -> free(day, length, taken, earliest).stream())
                .findFirst();
    }

    /** How long a route keeps a car: its minutes, up to the next line of the grid. */
    Duration length(int routeMinutes) {
        int step = rules.slotMinutes();
        return Duration.ofMinutes((routeMinutes + step - 1L) / step * step);
    }

    /** The days from {@code first} on among which {@link #next} looks end before this moment. */
    static LocalDate lookAhead(LocalDate first) {
        return first.plusDays(DAYS);
    }

    private Instant opens(LocalDate day) {
        return day.atTime(rules.opens()).atZone(zone).toInstant();
    }

    private Instant closes(LocalDate day) {
        return day.atTime(rules.closes()).atZone(zone).toInstant();
    }
}
