package io.genjin.target;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.OpeningCalendar;
import io.genjin.report.Figure;
import io.genjin.report.FigureSums;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import io.genjin.target.TargetSheet.Annual;
import io.genjin.target.TargetSheet.Line;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the sales manager sets the five targets; nobody sets an actual. */
@Service
public class TargetDesk {

    private static final int MONTHS_AHEAD = 24;
    private static final int FIRST_YEAR = 2000;
    private static final int LONGEST_REASON = 200;

    private final Targets targets;
    private final Spreads spreads;
    private final FigureSums sums;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final ClosedDays closedDays;
    private final Clock clock;

    TargetDesk(
            Targets targets,
            Spreads spreads,
            FigureSums sums,
            StaffDirectory staff,
            Dealerships dealerships,
            ClosedDays closedDays,
            Clock clock) {
        this.targets = targets;
        this.spreads = spreads;
        this.sums = sums;
        this.staff = staff;
        this.dealerships = dealerships;
        this.closedDays = closedDays;
        this.clock = clock;
    }

    /**
     * The targets of a month, this month's unless another is named.
     *
     * @throws FieldsRefused naming {@code month}
     */
    @Transactional(readOnly = true)
    public TargetSheet sheet(@Nullable YearMonth asked, StaffMember reader) {
        LocalDate today = today(reader);
        YearMonth month = known(asked, today);
        DealershipId dealership = reader.dealership();
        OpeningCalendar calendar = closedDays.calendar(dealership);
        Map<StaffId, Map<Metric, Integer>> set = targets.of(dealership, month);
        Past past = past(month, today, dealership);
        List<Line> lines = people(set, reader).stream()
                .map(person -> new Line(
                        person,
                        set.getOrDefault(person.id(), Map.of()),
                        past.suggested(person.id(), calendar, month),
                        past.lastYear(person.id(), calendar, month)))
                .toList();
        List<TargetChange> history = new ArrayList<>(targets.history(dealership, month));
        Collections.reverse(history);
        return new TargetSheet(
                month,
                targets.number(dealership, month.toString()),
                !today.isBefore(month.atDay(1)),
                today.isAfter(month.atEndOfMonth()),
                lines,
                history,
                annual(Year.of(month.getYear()), month, today, dealership));
    }

    private Annual annual(Year year, YearMonth month, LocalDate today, DealershipId dealership) {
        Map<Metric, Integer> ofYear = targets.of(dealership, year);
        Spread spread = spreads.of(year, ofYear, today, dealership);
        Map<Metric, Integer> share = new EnumMap<>(Metric.class);
        ofYear.keySet().forEach(metric -> {
            Integer part = spread.part(metric, month.getMonthValue());
            if (part != null) {
                share.put(metric, part);
            }
        });
        List<TargetChange> history = new ArrayList<>(targets.history(dealership, year));
        Collections.reverse(history);
        return new Annual(
                year.getValue(),
                targets.number(dealership, year.toString()),
                !today.isBefore(year.atDay(1)),
                today.getYear() > year.getValue(),
                ofYear,
                share,
                spread,
                history);
    }

    /** Consultants who work here, and whoever has a target of the month though they left or do other work now. */
    private List<StaffMember> people(Map<StaffId, Map<Metric, Integer>> set, StaffMember reader) {
        return staff.all(reader.dealership()).stream()
                .filter(member -> member.active() && member.is(Role.SALES_CONSULTANT) || set.containsKey(member.id()))
                .toList();
    }

    /** What everybody reached in the three months before a month, and in the same month of last year. */
    private record Past(Map<StaffId, Map<Figure, Map<YearMonth, Long>>> reached, Map<StaffId, Set<YearMonth>> active) {

        Map<Metric, Integer> suggested(StaffId person, OpeningCalendar calendar, YearMonth month) {
            Map<Metric, Integer> suggested = new EnumMap<>(Metric.class);
            for (Metric metric : Metric.values()) {
                Integer average = Suggestion.ownAverage(
                        reached.getOrDefault(person, Map.of()).getOrDefault(metric.figure(), Map.of()),
                        active.getOrDefault(person, Set.of()),
                        calendar,
                        month);
                if (average != null) {
                    suggested.put(metric, average);
                }
            }
            return suggested;
        }

        Map<Metric, Integer> lastYear(StaffId person, OpeningCalendar calendar, YearMonth month) {
            Map<Metric, Integer> lastYear = new EnumMap<>(Metric.class);
            YearMonth then = month.minusYears(1);
            for (Metric metric : Metric.values()) {
                Integer season = Suggestion.ofLastYear(
                        reached.getOrDefault(person, Map.of())
                                .getOrDefault(metric.figure(), Map.of())
                                .getOrDefault(then, 0L),
                        active.getOrDefault(person, Set.of()).contains(then),
                        calendar,
                        month);
                if (season != null) {
                    lastYear.put(metric, season);
                }
            }
            return lastYear;
        }
    }

    private Past past(YearMonth month, LocalDate today, DealershipId dealership) {
        LocalDate end = month.atDay(1).minusDays(1);
        Past past = new Past(new HashMap<>(), new HashMap<>());
        note(past, month.minusMonths(Suggestion.MONTHS_OF_HISTORY), end.isAfter(today) ? today : end, dealership);
        YearMonth lastYear = month.minusYears(1);
        note(past, lastYear, lastYear.atEndOfMonth(), dealership);
        return past;
    }

    private void note(Past past, YearMonth first, LocalDate until, DealershipId dealership) {
        sums.months(first, until, Metric.figures(), dealership).forEach(count -> {
            StaffId person = count.person();
            if (person != null && count.count() > 0) {
                past.reached()
                        .computeIfAbsent(person, who -> new HashMap<>())
                        .computeIfAbsent(count.figure(), what -> new HashMap<>())
                        .put(count.month(), count.count());
                past.active().computeIfAbsent(person, who -> new HashSet<>()).add(count.month());
            }
        });
    }

    /**
     * Sets targets of a month; those that say what counts already change nothing. What is set can become 0, never nothing.
     *
     * @param wanted by sign-in name
     * @param seen   the version the sales manager saw
     * @throws FieldsRefused  naming {@code month}, {@code targets.<name>.<METRIC>} or {@code reason}
     * @throws TargetsChanged when somebody set them meanwhile
     */
    @Transactional
    public void set(
            YearMonth month,
            Map<String, Map<Metric, @Nullable Integer>> wanted,
            @Nullable String reason,
            int seen,
            StaffMember by) {
        LocalDate today = today(by);
        known(month, today);
        List<Field> wrong = new ArrayList<>();
        if (today.isAfter(month.atEndOfMonth())) {
            wrong.add(Field.of("month", "target.over"));
        }
        Map<StaffId, Map<Metric, Integer>> now = targets.of(by.dealership(), month);
        List<StaffMember> people = people(now, by);
        List<SalesTarget> changed = new ArrayList<>();
        boolean replaced = false;
        for (var person : wanted.entrySet()) {
            StaffMember consultant = people.stream()
                    .filter(one -> one.username().equals(person.getKey()))
                    .findFirst()
                    .orElse(null);
            for (var one : person.getValue().entrySet()) {
                String field = "targets." + person.getKey() + "." + one.getKey();
                Integer value = one.getValue();
                Integer before = consultant == null
                        ? null
                        : now.getOrDefault(consultant.id(), Map.of()).get(one.getKey());
                if (consultant == null) {
                    wrong.add(Field.of(field, "target.nobody"));
                } else if (value == null && before == null) {
                    continue;
                } else if (value == null || value < 0 || value > SalesTarget.MOST) {
                    wrong.add(Field.of(field, "target.bounds", SalesTarget.MOST));
                } else if (!value.equals(before)) {
                    replaced = replaced || before != null;
                    changed.add(new SalesTarget(consultant.id(), one.getKey(), value));
                }
            }
        }
        String why = reason(reason, replaced && !today.isBefore(month.atDay(1)), wrong);
        current(seen, targets.number(by.dealership(), month.toString()));
        if (!changed.isEmpty()) {
            targets.set(by.dealership(), month, seen + 1, changed, why, by.id(), clock.instant());
        }
    }

    /**
     * Sets the dealership's targets of a year.
     *
     * @throws FieldsRefused  naming {@code year}, {@code annual.<METRIC>} or {@code reason}
     * @throws TargetsChanged when somebody set them meanwhile
     */
    @Transactional
    public void setAnnual(
            int year, Map<Metric, @Nullable Integer> wanted, @Nullable String reason, int seen, StaffMember by) {
        LocalDate today = today(by);
        List<Field> wrong = new ArrayList<>();
        settable(year, today, wrong);
        Map<Metric, Integer> now = targets.of(by.dealership(), Year.of(year));
        Map<Metric, Integer> changed = new EnumMap<>(Metric.class);
        boolean replaced = false;
        for (var one : wanted.entrySet()) {
            Integer value = one.getValue();
            if (value == null && !now.containsKey(one.getKey())) {
                continue;
            }
            if (value == null || value < 0 || value > SalesTarget.MOST_OF_A_YEAR) {
                wrong.add(Field.of("annual." + one.getKey(), "target.bounds", SalesTarget.MOST_OF_A_YEAR));
            } else if (!Objects.equals(value, now.get(one.getKey()))) {
                replaced = replaced || now.containsKey(one.getKey());
                changed.put(one.getKey(), value);
            }
        }
        String why = reason(reason, replaced && year == today.getYear(), wrong);
        current(seen, targets.number(by.dealership(), Integer.toString(year)));
        if (!changed.isEmpty()) {
            targets.set(by.dealership(), Year.of(year), seen + 1, changed, why, by.id(), clock.instant());
        }
    }

    /** A year that is over stays as it is. */
    static void settable(int year, LocalDate today, List<Field> wrong) {
        if (year < today.getYear()) {
            wrong.add(Field.of("year", "target.over"));
        } else if (year > today.plusMonths(MONTHS_AHEAD).getYear()) {
            wrong.add(Field.of("year", "target.month"));
        }
    }

    static @Nullable String reason(@Nullable String typed, boolean needed, List<Field> wrong) {
        String why = PlainText.line(typed, LONGEST_REASON, "reason", wrong);
        if (why == null
                && needed
                && wrong.stream().noneMatch(field -> field.name().equals("reason"))) {
            wrong.add(Field.of("reason", "target.reason.missing"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return why;
    }

    static void current(int seen, int now) {
        if (seen != now) {
            throw new TargetsChanged(now);
        }
    }

    private LocalDate today(StaffMember reader) {
        return dealerships.get(reader.dealership()).today(clock);
    }

    static YearMonth known(@Nullable YearMonth month, LocalDate today) {
        YearMonth now = YearMonth.from(today);
        if (month != null && (month.getYear() < FIRST_YEAR || month.isAfter(now.plusMonths(MONTHS_AHEAD)))) {
            throw new FieldsRefused(Field.of("month", "target.month"));
        }
        return month == null ? now : month;
    }
}
