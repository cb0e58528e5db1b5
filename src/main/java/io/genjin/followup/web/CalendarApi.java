package io.genjin.followup.web;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.OpeningCalendar;
import io.genjin.dealership.OpeningCalendar.SpecialDay;
import io.genjin.dealership.Policies;
import io.genjin.followup.CalendarDesk;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The opening calendar for other systems. */
@RestController
class CalendarApi {

    private static final int LONGEST_DAYS = 800;

    /** Weekly closing days and the day from which they hold. */
    record WeeklyView(LocalDate from, List<DayOfWeek> closed, String reason) {}

    /** A day that differs from the week. */
    record DayView(LocalDate day, boolean open, String reason) {}

    /**
     * When the dealership is open.
     *
     * @param openDays open days from {@code from} to {@code to}, both included
     * @param weekly   the patterns in force on {@code from} and later
     * @param closed   every closed day of the period, by whatever rule
     */
    record CalendarView(
            LocalDate from,
            LocalDate to,
            boolean pauseOnClosedDays,
            int openDays,
            List<WeeklyView> weekly,
            List<DayView> days,
            List<LocalDate> closed) {}

    /** A day, or all until another one. */
    record DayBody(
            @Nullable LocalDate day,
            @Nullable LocalDate until,
            boolean open,
            @Nullable String reason) {}

    /** The whole calendar from today on. */
    record CalendarBody(
            @Nullable Set<DayOfWeek> weeklyClosed,
            @Nullable List<DayBody> days,
            @Nullable String reason) {}

    private final CalendarDesk desk;
    private final ClosedDays closedDays;
    private final Policies policies;
    private final Dealerships dealerships;
    private final Clock clock;

    CalendarApi(CalendarDesk desk, ClosedDays closedDays, Policies policies, Dealerships dealerships, Clock clock) {
        this.desk = desk;
        this.closedDays = closedDays;
        this.policies = policies;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    @GetMapping("/api/v1/calendar")
    CalendarView calendar(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            StaffMember me) {
        LocalDate first = from == null ? dealerships.get(me.dealership()).today(clock) : from;
        LocalDate last = to == null ? first.plusYears(1) : to;
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > LONGEST_DAYS) {
            throw new FieldsRefused(Field.of("to", "field.closedSpan", LONGEST_DAYS));
        }
        OpeningCalendar calendar = closedDays.calendar(me.dealership());
        return new CalendarView(
                first,
                last,
                policies.current(me.dealership(), clock.instant()).pauseOnClosedDays(),
                calendar.openDays(first, last),
                calendar.weeklyFrom(first).stream()
                        .filter(pattern -> !pattern.from().isAfter(last))
                        .map(pattern -> new WeeklyView(pattern.from(), pattern.inOrder(), pattern.reason()))
                        .toList(),
                calendar.specialFrom(first).stream()
                        .filter(day -> !day.day().isAfter(last))
                        .map(day -> new DayView(day.day(), day.open(), day.reason()))
                        .toList(),
                first.datesUntil(last.plusDays(1))
                        .filter(day -> !calendar.isOpen(day))
                        .toList());
    }

    /** Replaces the calendar from today on; days that are over stay. */
    @PutMapping("/api/v1/calendar")
    CalendarView replace(@RequestBody CalendarBody body, StaffMember me) {
        List<SpecialDay> days = new ArrayList<>();
        for (DayBody each : Objects.requireNonNullElse(body.days(), List.<DayBody>of())) {
            LocalDate first = each.day();
            LocalDate last = each.until() == null ? first : each.until();
            if (first == null || last == null || last.isBefore(first)) {
                throw new FieldsRefused(Field.of("days", "field.required"));
            }
            if (ChronoUnit.DAYS.between(first, last) >= LONGEST_DAYS || days.size() > LONGEST_DAYS) {
                throw new FieldsRefused(Field.of("days", "field.closedSpan", LONGEST_DAYS));
            }
            first.datesUntil(last.plusDays(1))
                    .forEach(day ->
                            days.add(new SpecialDay(day, each.open(), Objects.requireNonNullElse(each.reason(), ""))));
        }
        days.sort(Comparator.comparing(SpecialDay::day));
        desk.replace(Objects.requireNonNullElse(body.weeklyClosed(), Set.of()), days, body.reason(), me);
        return calendar(null, null, me);
    }
}
