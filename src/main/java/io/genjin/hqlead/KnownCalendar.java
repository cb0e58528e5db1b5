package io.genjin.hqlead;

import io.genjin.dealership.OpeningCalendar;
import io.genjin.dealership.OpeningCalendar.SpecialDay;
import io.genjin.dealership.OpeningCalendar.Weekly;
import io.genjin.journal.JournalEntry;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The opening calendar as it was decided until a moment, told again by the journal's entries in their order. */
final class KnownCalendar {

    private static final int DAY_LENGTH = 10;

    private final NavigableMap<LocalDate, Weekly> weekly = new TreeMap<>();
    private final NavigableMap<LocalDate, SpecialDay> special = new TreeMap<>();

    private KnownCalendar() {}

    static OpeningCalendar read(List<JournalEntry> entries) {
        KnownCalendar known = new KnownCalendar();
        entries.forEach(known::take);
        return new OpeningCalendar(known.weekly.values(), known.special.values());
    }

    private void take(JournalEntry entry) {
        switch (entry.kind()) {
            case "DAY_CLOSED" -> say(entry, false);
            case "DAY_OPENED" -> say(entry, true);
            case "DAY_AS_USUAL" ->
                special.subMap(day(entry, "day"), true, last(entry), true).clear();
            case "WEEKLY_CLOSING_CHANGED" -> closeWeekly(entry);
            case "HOLIDAYS_TAKEN" -> holidays(entry);
            default -> throw new IllegalArgumentException(entry.kind());
        }
    }

    private void say(JournalEntry entry, boolean open) {
        day(entry, "day")
                .datesUntil(last(entry).plusDays(1))
                .forEach(day -> special.put(day, new SpecialDay(day, open, entry.detail("reason"))));
    }

    private void closeWeekly(JournalEntry entry) {
        LocalDate from = day(entry, "from");
        Set<DayOfWeek> closed = EnumSet.noneOf(DayOfWeek.class);
        if (entry.details().get("weekdays") instanceof List<?> weekdays) {
            weekdays.forEach(one -> closed.add(DayOfWeek.valueOf(String.valueOf(one))));
        }
        weekly.tailMap(from, true).clear();
        weekly.put(from, new Weekly(from, closed, entry.detail("reason")));
    }

    /** Each day is written as {@code 2026-10-01 - 国庆}, closed, or {@code 2026-10-10 + 调休}, open. */
    private void holidays(JournalEntry entry) {
        if (!entry.detail("replacedFrom").isEmpty()) {
            special.tailMap(day(entry, "replacedFrom"), true).clear();
        }
        if (entry.details().get("days") instanceof List<?> days) {
            for (Object one : days) {
                String text = String.valueOf(one);
                LocalDate day = LocalDate.parse(text.substring(0, DAY_LENGTH));
                special.put(day, new SpecialDay(day, text.charAt(DAY_LENGTH + 1) == '+', text));
            }
        }
    }

    private static LocalDate last(JournalEntry entry) {
        return entry.detail("until").isEmpty() ? day(entry, "day") : day(entry, "until");
    }

    private static LocalDate day(JournalEntry entry, String detail) {
        return LocalDate.parse(entry.detail(detail));
    }
}
