package io.genjin.report;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.report.DayFigures.Count;
import io.genjin.report.DayFigures.Period;
import io.genjin.report.FigureMembers.Question;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The daily report (每日报告, 4.3): what each person did and owes on a day and in its month until then. From closing time on it is
 * frozen, and what is written later stands beside it as a correction. A consultant sees their own row, managers see everybody's and the team's.
 */
@Component
public class DailyReport {

    /**
     * A number of a figure: of the day and of the month until then; nothing where there is no such number.
     *
     * @param dayNow   of a frozen report, what the day comes to by now
     * @param monthNow of a frozen report, what the month until that day comes to by now
     * @param target   what is to be reached of it in the whole month
     */
    public record Value(
            @Nullable BigDecimal day,
            @Nullable BigDecimal month,
            @Nullable BigDecimal dayNow,
            @Nullable BigDecimal monthNow,
            @Nullable Integer target) {

        static final Value NOTHING = new Value(null, null, null, null, null);

        /** What was corrected since closing time: what the day comes to by now, less what was frozen. */
        public @Nullable BigDecimal dayCorrection() {
            return day == null || dayNow == null ? null : dayNow.subtract(day);
        }

        public @Nullable BigDecimal monthCorrection() {
            return month == null || monthNow == null ? null : monthNow.subtract(month);
        }

        /** The part of the month's target that is reached; nothing when there is no target, or it is 0. */
        public @Nullable BigDecimal achievement() {
            return target == null || target == 0 || month == null
                    ? null
                    : month.divide(BigDecimal.valueOf(target), RATIO_DIGITS, RoundingMode.HALF_UP);
        }
    }

    private static final int RATIO_DIGITS = 4;

    /** The figures of one person, or of the whole dealership when there is no person. */
    public record Row(@Nullable StaffMember consultant, Map<Figure, Value> values) {

        public Value of(Figure figure) {
            return values.getOrDefault(figure, Value.NOTHING);
        }
    }

    /**
     * The report of one day.
     *
     * @param today       whether it is today's, which tells what stands now until it is frozen
     * @param frozen      that its numbers are those of closing time; nothing while it is not frozen, or never was
     * @param closesAt    when the day is over for its report
     * @param firstFrozen the first day that was ever frozen
     * @param rows        the dealership first when the reader may see all, then its people by sign-in name
     */
    public record Report(
            LocalDate date,
            boolean today,
            @Nullable Freeze frozen,
            Instant closesAt,
            @Nullable LocalDate firstFrozen,
            List<Row> rows) {}

    private final JdbcClient jdbc;
    private final FigureSums sums;
    private final FigureMembers members;
    private final FrozenDays frozen;
    private final ClosingTimes closings;
    private final ObjectProvider<DailyTargets> targets;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    DailyReport(
            JdbcClient jdbc,
            FigureSums sums,
            FigureMembers members,
            FrozenDays frozen,
            ClosingTimes closings,
            ObjectProvider<DailyTargets> targets,
            StaffDirectory staff,
            Dealerships dealerships,
            Clock clock) {
        this.jdbc = jdbc;
        this.sums = sums;
        this.members = members;
        this.frozen = frozen;
        this.closings = closings;
        this.targets = targets;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * The report of a day, today's unless another is named.
     *
     * @param chosen somebody who has a row even if there is nothing to count
     * @throws FieldsRefused naming {@code date} when that day has not come yet
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report of(@Nullable LocalDate date, @Nullable StaffMember chosen, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        LocalDate day = known(date, dealership);
        boolean today = day.equals(dealership.today(clock));
        Tallies now = now(day, today, dealership);
        Freeze freeze = frozen.find(day, dealership.id()).orElse(null);
        Tallies then = freeze == null ? null : then(day, dealership);
        if (then == null) {
            targets.orderedStream()
                    .flatMap(all -> all.of(YearMonth.from(day), dealership.id()).stream())
                    .forEach(one -> now.add(
                            FrozenDays.TARGET + one.figure(), one.person().value(), 0, one.target()));
        }
        return new Report(
                day,
                today,
                freeze,
                ClosingTimes.momentOn(day, closings.all(dealership.id()), dealership),
                frozen.first(dealership.id()).orElse(null),
                people(reader, chosen, now, then).stream()
                        .map(person -> new Row(
                                person, values(now.of(person), then == null ? null : then.of(person), freeze, today)))
                        .toList());
    }

    private Tallies now(LocalDate day, boolean today, Dealership dealership) {
        Tallies now = new Tallies();
        List<Count> ofDay = new ArrayList<>(sums.parts(day, day, FigureRows.PARTS, dealership, Period.ALL));
        if (today) {
            ofDay.addAll(stock(dealership));
        }
        ofDay.forEach(count -> now.add(count.part(), count.person(), count.rows(), count.rows()));
        sums.parts(day.withDayOfMonth(1), day.minusDays(1), FigureRows.PARTS, dealership, Period.ALL)
                .forEach(count -> now.add(count.part(), count.person(), 0, count.rows()));
        return now;
    }

    private Tallies then(LocalDate day, Dealership dealership) {
        Tallies then = new Tallies();
        frozen.counts(day, dealership.id())
                .forEach(count -> then.add(count.part(), count.person(), count.ofDay(), count.ofMonth()));
        return then;
    }

    private static Map<Figure, Value> values(Tally now, @Nullable Tally then, @Nullable Freeze freeze, boolean today) {
        Map<Figure, Value> values = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            if (then == null || freeze == null) {
                if (!figure.isStock() || today) {
                    values.put(figure, new Value(now.day(figure), now.month(figure), null, null, now.target(figure)));
                }
            } else if (freeze.stood() || !figure.standsNow()) {
                boolean again = !figure.isStock();
                values.put(
                        figure,
                        new Value(
                                then.day(figure),
                                then.month(figure),
                                again ? now.day(figure) : null,
                                again ? now.month(figure) : null,
                                then.target(figure)));
            }
        }
        return values;
    }

    private List<Count> stock(Dealership dealership) {
        LocalDate today = dealership.today(clock);
        return jdbc.sql("""
                        select person_id, part, count(*) as rows_counted
                          from %s
                         group by person_id, part
                        """.formatted(FigureRows.sql(EnumSet.of(FigureRows.Lasting.STOCK), List.of())))
                .params(FigureParams.of(today, today, dealership, clock.instant()))
                .query((row, number) -> new Count(
                        today,
                        row.getObject("person_id", UUID.class),
                        row.getString("part"),
                        row.getLong("rows_counted")))
                .list();
    }

    private List<@Nullable StaffMember> people(
            StaffMember reader, @Nullable StaffMember chosen, Tallies now, @Nullable Tallies then) {
        if (!members.seesAll(reader)) {
            return List.of(reader);
        }
        List<@Nullable StaffMember> people = new ArrayList<>();
        people.add(null);
        staff.all(reader.dealership()).stream()
                .filter(member -> now.has(member.id())
                        || then != null && then.has(member.id())
                        || member.active() && member.is(Role.SALES_CONSULTANT)
                        || member.equals(chosen))
                .forEach(people::add);
        return people;
    }

    /**
     * Reads what number of the report is asked for.
     *
     * @param consultant sign-in name; nobody's asks for the team, or for their own when the reader sees only that
     * @throws FieldsRefused naming {@code date}, {@code figure}, {@code consultant} or {@code span}
     */
    @Transactional(readOnly = true)
    public Question question(
            @Nullable LocalDate date, Figure figure, @Nullable String consultant, Span span, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        LocalDate day = known(date, dealership);
        if (figure.isRatio()) {
            throw new FieldsRefused(Field.of("figure", "field.figure.ratio"));
        }
        if (figure.isStock() && !day.equals(dealership.today(clock))) {
            throw new FieldsRefused(Field.of("date", "field.date.stock"));
        }
        if (figure.isStock() && span == Span.month) {
            throw new FieldsRefused(Field.of("span", "field.span.stock"));
        }
        LocalDate from = span == Span.day ? day : day.withDayOfMonth(1);
        return new Question(from, day, figure, members.consultant(consultant, reader));
    }

    private LocalDate known(@Nullable LocalDate date, Dealership dealership) {
        LocalDate today = dealership.today(clock);
        if (date != null && (date.isAfter(today) || date.getYear() < 2000)) {
            throw new FieldsRefused(Field.of("date", "field.date.report"));
        }
        return date == null ? today : date;
    }
}
