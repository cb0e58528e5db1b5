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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The daily report (每日报告, 4.3): what each person did and owes on a day and in its month until then, as the journal tells it
 * now. A consultant sees their own row, managers see everybody's and the team's.
 */
@Component
public class DailyReport {

    private static final int RATIO_DIGITS = 4;

    /** A number of a figure: of the day and of the month until then; nothing where there is no such number. */
    public record Value(@Nullable BigDecimal day, @Nullable BigDecimal month) {}

    /** The figures of one person, or of the whole dealership when there is no person. */
    public record Row(@Nullable StaffMember consultant, Map<Figure, Value> values) {

        public Value of(Figure figure) {
            return values.getOrDefault(figure, new Value(null, null));
        }
    }

    /**
     * The report of one day.
     *
     * @param today whether it is today's, the only one that tells what stands now
     * @param rows  the dealership first when the reader may see all, then its people by sign-in name
     */
    public record Report(LocalDate date, boolean today, List<Row> rows) {}

    private final JdbcClient jdbc;
    private final FigureSums sums;
    private final FigureMembers members;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    DailyReport(
            JdbcClient jdbc,
            FigureSums sums,
            FigureMembers members,
            StaffDirectory staff,
            Dealerships dealerships,
            Clock clock) {
        this.jdbc = jdbc;
        this.sums = sums;
        this.members = members;
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
        Map<UUID, Tally> tallies = new HashMap<>();
        Tally team = new Tally();
        LocalDate first = day.withDayOfMonth(1);
        List<Count> ofDay = new ArrayList<>(sums.parts(day, day, FigureRows.PARTS, dealership, Period.ALL));
        if (today) {
            ofDay.addAll(stock(dealership));
        }
        ofDay.forEach(count -> tally(tallies, team, count, count.rows()));
        sums.parts(first, day.minusDays(1), FigureRows.PARTS, dealership, Period.ALL)
                .forEach(count -> tally(tallies, team, count, 0));
        return new Report(day, today, rows(reader, chosen, tallies, team, today));
    }

    private static void tally(Map<UUID, Tally> tallies, Tally team, Count count, long ofDay) {
        team.add(count.part(), ofDay, count.rows());
        if (count.person() != null) {
            tallies.computeIfAbsent(count.person(), who -> new Tally()).add(count.part(), ofDay, count.rows());
        }
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

    private List<Row> rows(
            StaffMember reader, @Nullable StaffMember chosen, Map<UUID, Tally> tallies, Tally team, boolean today) {
        Tally nothing = new Tally();
        if (!members.seesAll(reader)) {
            return List.of(new Row(
                    reader, tallies.getOrDefault(reader.id().value(), nothing).values(today)));
        }
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(null, team.values(today)));
        staff.all(reader.dealership()).stream()
                .filter(member -> tallies.containsKey(member.id().value())
                        || member.active() && member.is(Role.SALES_CONSULTANT)
                        || member.equals(chosen))
                .map(member -> new Row(
                        member,
                        tallies.getOrDefault(member.id().value(), nothing).values(today)))
                .forEach(rows::add);
        return rows;
    }

    /** Counts by part; a figure adds its parts up. */
    private static final class Tally {

        private final Map<String, Long> ofDay = new HashMap<>();
        private final Map<String, Long> ofMonth = new HashMap<>();

        void add(String part, long day, long month) {
            ofDay.merge(part, day, Long::sum);
            ofMonth.merge(part, month, Long::sum);
        }

        Map<Figure, Value> values(boolean today) {
            Map<Figure, Value> values = new EnumMap<>(Figure.class);
            for (Figure figure : Figure.values()) {
                if (!figure.isStock()) {
                    values.put(figure, new Value(value(figure, ofDay), value(figure, ofMonth)));
                } else if (today) {
                    values.put(figure, new Value(value(figure, ofDay), null));
                }
            }
            return values;
        }

        private static @Nullable BigDecimal value(Figure figure, Map<String, Long> counts) {
            BigDecimal sum = sum(figure.parts(), counts);
            if (!figure.isRatio()) {
                return sum;
            }
            BigDecimal base = sum(figure.base(), counts);
            boolean unknown = figure.unknownBy().stream().anyMatch(part -> counts.getOrDefault(part, 0L) > 0);
            return unknown || base.signum() == 0 ? null : sum.divide(base, RATIO_DIGITS, RoundingMode.HALF_UP);
        }

        private static BigDecimal sum(Collection<String> parts, Map<String, Long> counts) {
            return BigDecimal.valueOf(parts.stream()
                    .mapToLong(part -> counts.getOrDefault(part, 0L))
                    .sum());
        }
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
