package io.genjin.followup.web;

import io.genjin.dealership.OpeningCalendar;
import io.genjin.dealership.OpeningCalendar.SpecialDay;
import io.genjin.dealership.OpeningCalendar.Weekly;
import io.genjin.shared.web.Fields;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * When the dealership is open, and the forms that change it.
 *
 * @param pausing whether closed days stop the clocks (O-07)
 */
public record CalendarPage(boolean pausing, OpeningCalendar calendar, LocalDate today, Fields form) {

    private static final int MONTHS = 3;

    /** Consecutive days of which the same was said. */
    public record Span(LocalDate first, LocalDate last, boolean open, String reason) {

        public boolean isOneDay() {
            return first.equals(last);
        }
    }

    /** One month as the wall shows it, Monday first; nothing where a week belongs to its neighbours. */
    public record Month(YearMonth month, int openDays, List<List<@Nullable LocalDate>> weeks) {}

    public List<DayOfWeek> weekdays() {
        return List.of(DayOfWeek.values());
    }

    /** The weekly closing days now, if there are any. */
    public List<DayOfWeek> closedWeekly() {
        return calendar.weeklyOn(today).map(Weekly::inOrder).orElse(List.of());
    }

    /** Patterns that will be in force later. */
    public List<Weekly> later() {
        return calendar.weeklyFrom(today).stream()
                .filter(pattern -> pattern.from().isAfter(today))
                .toList();
    }

    public List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (SpecialDay day : calendar.specialFrom(today)) {
            Span before = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (before != null
                    && before.last().plusDays(1).equals(day.day())
                    && before.open() == day.open()
                    && before.reason().equals(day.reason())) {
                spans.set(spans.size() - 1, new Span(before.first(), day.day(), day.open(), day.reason()));
            } else {
                spans.add(new Span(day.day(), day.day(), day.open(), day.reason()));
            }
        }
        return spans;
    }

    /** This month and the next ones. */
    public List<Month> months() {
        return IntStream.range(0, MONTHS)
                .mapToObj(place -> month(YearMonth.from(today).plusMonths(place)))
                .toList();
    }

    private Month month(YearMonth month) {
        LocalDate first = month.atDay(1);
        List<List<@Nullable LocalDate>> weeks = new ArrayList<>();
        LocalDate monday = first.with(DayOfWeek.MONDAY);
        if (monday.isAfter(first)) {
            monday = monday.minusWeeks(1);
        }
        for (LocalDate week = monday; !week.isAfter(month.atEndOfMonth()); week = week.plusWeeks(1)) {
            List<@Nullable LocalDate> days = new ArrayList<>();
            for (int place = 0; place < 7; place++) {
                LocalDate day = week.plusDays(place);
                days.add(YearMonth.from(day).equals(month) ? day : null);
            }
            weeks.add(days);
        }
        return new Month(month, calendar.openDays(first, month.atEndOfMonth()), weeks);
    }
}
