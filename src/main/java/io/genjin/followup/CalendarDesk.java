package io.genjin.followup;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.HolidayList;
import io.genjin.dealership.OpeningCalendar;
import io.genjin.dealership.OpeningCalendar.SpecialDay;
import io.genjin.dealership.OpeningCalendar.Weekly;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the opening calendar from today on; days that are over stay as they were. Where closed days stop the clocks, open
 * clocks are computed anew.
 */
@Service
public class CalendarDesk {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_SPAN = 60;
    private static final int YEARS_AHEAD = 2;

    private final ClosedDays closedDays;
    private final Dealerships dealerships;
    private final Sweep sweep;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CalendarDesk(
            ClosedDays closedDays,
            Dealerships dealerships,
            Sweep sweep,
            ApplicationEventPublisher events,
            Clock clock) {
        this.closedDays = closedDays;
        this.dealerships = dealerships;
        this.sweep = sweep;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Closes a day, or all days until another one.
     *
     * @throws FieldsRefused when a day is over or far off, or no reason is given
     */
    @Transactional
    public void close(@Nullable LocalDate day, @Nullable LocalDate until, @Nullable String reason, StaffMember by) {
        say(false, day, until, reason, by);
    }

    /** Closes one day. */
    @Transactional
    public void close(@Nullable LocalDate day, @Nullable String reason, StaffMember by) {
        say(false, day, null, reason, by);
    }

    /**
     * Opens a day, or all days until another one, though they would be closed (调休).
     *
     * @throws FieldsRefused when a day is over or far off, or no reason is given
     */
    @Transactional
    public void open(@Nullable LocalDate day, @Nullable LocalDate until, @Nullable String reason, StaffMember by) {
        say(true, day, until, reason, by);
    }

    private void say(
            boolean open, @Nullable LocalDate day, @Nullable LocalDate until, @Nullable String reason, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        Span span = span(day, until, by, wrong);
        String why = required(reason, "closedReason", wrong);
        refuse(wrong);
        closedDays.put(
                by.dealership(),
                span.days().stream()
                        .map(each -> new SpecialDay(each, open, why))
                        .toList());
        Map<String, Object> details = span.words();
        details.put("reason", why);
        changed(open ? CalendarChanged.Kind.DAY_OPENED : CalendarChanged.Kind.DAY_CLOSED, details, by);
    }

    /**
     * Lets a day, or all days until another one, follow the week again.
     *
     * @throws FieldsRefused when a day is over
     */
    @Transactional
    public void asUsual(@Nullable LocalDate day, @Nullable LocalDate until, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        Span span = span(day, until, by, wrong);
        refuse(wrong);
        closedDays.clear(by.dealership(), span.first(), span.last());
        changed(CalendarChanged.Kind.DAY_AS_USUAL, span.words(), by);
    }

    /**
     * Closes on these days of each week, from today or a later day on; no days open every day.
     *
     * @throws FieldsRefused when every day would be closed, the day is over or far off, nothing changes, or no reason is given
     */
    @Transactional
    public void closeWeekly(
            Collection<DayOfWeek> weekdays, @Nullable LocalDate from, @Nullable String reason, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        LocalDate today = today(by);
        LocalDate first = from == null ? today : from;
        if (!isUpcoming(first, today)) {
            wrong.add(Field.of("weeklyFrom", "field.closedDay"));
        }
        Set<DayOfWeek> closed = EnumSet.noneOf(DayOfWeek.class);
        closed.addAll(weekdays);
        OpeningCalendar calendar = closedDays.calendar(by.dealership());
        if (closed.size() == DayOfWeek.values().length) {
            wrong.add(Field.of("weekdays", "field.neverOpen"));
        } else if (calendar.weeklyFrom(first).size() < 2
                && calendar.weeklyOn(first).map(Weekly::closed).orElse(Set.of()).equals(closed)) {
            wrong.add(Field.of("weekdays", "field.sameRules"));
        }
        String why = required(reason, "weeklyReason", wrong);
        refuse(wrong);
        Weekly pattern = new Weekly(first, closed, why);
        closedDays.closeWeekly(by.dealership(), pattern);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("from", first.toString());
        details.put("weekdays", pattern.inOrder().stream().map(DayOfWeek::name).toList());
        details.put("reason", why);
        changed(CalendarChanged.Kind.WEEKLY_CLOSING_CHANGED, details, by);
    }

    /** What a list of holidays would change: its days that are not over, beside how they are now. */
    @Transactional(readOnly = true)
    public Proposal propose(@Nullable String list, StaffMember by) {
        HolidayList read = HolidayList.read(list == null ? "" : list);
        LocalDate today = today(by);
        OpeningCalendar calendar = closedDays.calendar(by.dealership());
        return new Proposal(
                read.days().stream()
                        .filter(day -> isUpcoming(day.day(), today))
                        .map(day -> new ProposedDay(
                                day,
                                calendar.isOpen(day.day()),
                                calendar.special(day.day()).filter(day::equals).isPresent()))
                        .toList(),
                (int) read.days().stream()
                        .filter(day -> !isUpcoming(day.day(), today))
                        .count(),
                read.unreadable());
    }

    /**
     * A list as it would be taken.
     *
     * @param passed     how many of its days are over or too far off, and are left out
     * @param unreadable numbers of lines that could not be read
     */
    public record Proposal(List<ProposedDay> days, int passed, List<Integer> unreadable) {

        /** The days that would be different from now. */
        public List<SpecialDay> changes() {
            return days.stream()
                    .filter(day -> !day.known())
                    .map(ProposedDay::day)
                    .toList();
        }
    }

    /**
     * One day of the list.
     *
     * @param openNow whether the dealership would be open without the list
     * @param known   whether the calendar says the same already
     */
    public record ProposedDay(SpecialDay day, boolean openNow, boolean known) {}

    /**
     * Takes over the days of a list that are not over.
     *
     * @return how many days became different
     * @throws FieldsRefused when a line cannot be read or nothing would change
     */
    @Transactional
    public int take(@Nullable String list, StaffMember by) {
        Proposal proposal = propose(list, by);
        if (!proposal.unreadable().isEmpty()) {
            throw new FieldsRefused(
                    Field.of("list", "field.holidayLines", proposal.unreadable().get(0)));
        }
        List<SpecialDay> changes = proposal.changes();
        if (changes.isEmpty()) {
            throw new FieldsRefused(Field.of("list", "field.noHolidays"));
        }
        closedDays.put(by.dealership(), changes);
        holidaysTaken(changes, null, by);
        return changes.size();
    }

    /**
     * Replaces the whole calendar from today on: the weekly closing days and all single days.
     *
     * @throws FieldsRefused when every day would be closed, a day is over or far off, or a reason is missing
     */
    @Transactional
    public void replace(
            Collection<DayOfWeek> weekdays, List<SpecialDay> days, @Nullable String reason, StaffMember by) {
        LocalDate today = today(by);
        List<Field> wrong = new ArrayList<>();
        List<SpecialDay> checked = new ArrayList<>();
        if (days.size() > HolidayList.MOST_DAYS) {
            wrong.add(Field.of("days", "field.tooMany", HolidayList.MOST_DAYS));
        }
        for (SpecialDay day : days) {
            if (!isUpcoming(day.day(), today)) {
                wrong.add(Field.of("days", "field.closedDay"));
                break;
            }
            checked.add(new SpecialDay(day.day(), day.open(), required(day.reason(), "days", wrong)));
        }
        required(reason, "reason", wrong);
        refuse(wrong);
        OpeningCalendar calendar = closedDays.calendar(by.dealership());
        Set<DayOfWeek> closed = Set.copyOf(weekdays);
        boolean sameWeek = calendar.weeklyFrom(today).size() < 2
                && calendar.weeklyOn(today).map(Weekly::closed).orElse(Set.of()).equals(closed);
        if (!sameWeek) {
            closeWeekly(weekdays, today, reason, by);
        }
        if (!calendar.specialFrom(today).equals(checked)) {
            closedDays.clear(by.dealership(), today, null);
            closedDays.put(by.dealership(), checked);
            holidaysTaken(checked, today, by);
        }
    }

    /** @param replacedFrom the day from which these days stand for all that was said before; nothing when they join it */
    private void holidaysTaken(List<SpecialDay> days, @Nullable LocalDate replacedFrom, StaffMember by) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("closed", days.stream().filter(day -> !day.open()).count());
        details.put("opened", days.stream().filter(SpecialDay::open).count());
        details.put(
                "days",
                days.stream()
                        .map(day -> day.day() + (day.open() ? " + " : " - ") + day.reason())
                        .toList());
        if (replacedFrom != null) {
            details.put("replacedFrom", replacedFrom.toString());
        }
        changed(CalendarChanged.Kind.HOLIDAYS_TAKEN, details, by);
    }

    private void changed(CalendarChanged.Kind what, Map<String, Object> details, StaffMember by) {
        events.publishEvent(new CalendarChanged(by.dealership(), what, by.id().value(), clock.instant(), details));
        sweep.recompute(by.dealership());
    }

    /** Consecutive days. */
    private record Span(LocalDate first, LocalDate last) {

        List<LocalDate> days() {
            return first.datesUntil(last.plusDays(1)).toList();
        }

        Map<String, Object> words() {
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("day", first.toString());
            if (!last.equals(first)) {
                words.put("until", last.toString());
            }
            return words;
        }
    }

    private Span span(@Nullable LocalDate day, @Nullable LocalDate until, StaffMember by, List<Field> wrong) {
        LocalDate today = today(by);
        LocalDate first = day == null ? today : day;
        LocalDate last = until == null ? first : until;
        if (day == null) {
            wrong.add(Field.of("day", "field.required"));
        } else if (!isUpcoming(first, today)) {
            wrong.add(Field.of("day", "field.closedDay"));
        }
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= LONGEST_SPAN) {
            wrong.add(Field.of("until", "field.closedSpan", LONGEST_SPAN));
        }
        return new Span(first, last);
    }

    private LocalDate today(StaffMember by) {
        return dealerships.get(by.dealership()).today(clock);
    }

    private static boolean isUpcoming(LocalDate day, LocalDate today) {
        return !day.isBefore(today) && !day.isAfter(today.plusYears(YEARS_AHEAD));
    }

    private static void refuse(List<Field> wrong) {
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
    }

    private static String required(@Nullable String reason, String field, List<Field> wrong) {
        String why = PlainText.line(reason, LONGEST_REASON, field, wrong);
        if (why == null || why.isBlank()) {
            wrong.add(Field.of(field, "field.required"));
        }
        return Objects.requireNonNullElse(why, "");
    }
}
