package io.genjin.report;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.Cursor;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Reach;
import io.genjin.staff.Rights;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The daily report (每日报告, 4.3): what each person did and owes on a day and in its month until then, as the journal tells it
 * now. A consultant sees their own row, managers see everybody's and the team's.
 */
@Component
public class DailyReport {

    /** Who may see whose rows is decided by this operation's reach. */
    static final String OPERATION = "report.daily";

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

    /**
     * One row that a figure counts.
     *
     * @param person the person it is counted for
     * @param entry  the journal entry that tells of it; nothing for what merely stands now
     */
    public record Member(
            UUID id,
            LocalDate day,
            Instant at,
            UUID prospect,
            @Nullable StaffId person,
            @Nullable UUID entry) {}

    /** How many rows a figure has in a month, for a person; for nobody where the rows are nobody's. */
    public record MonthCount(YearMonth month, @Nullable StaffId person, Figure figure, long count) {}

    /** Which number is asked for: a figure, whose, of which day, in which column. */
    public record Question(
            LocalDate date, Figure figure, @Nullable StaffMember consultant, Span span) {}

    private final JdbcClient jdbc;
    private final StaffDirectory staff;
    private final Rights rights;
    private final Dealerships dealerships;
    private final Clock clock;

    DailyReport(JdbcClient jdbc, StaffDirectory staff, Rights rights, Dealerships dealerships, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.rights = rights;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * The report of a day, today's unless another is named.
     *
     * @param chosen somebody who has a row even if there is nothing to count
     * @throws FieldsRefused naming {@code date} when that day has not come yet
     */
    @Transactional(readOnly = true)
    public Report of(@Nullable LocalDate date, @Nullable StaffMember chosen, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        LocalDate day = known(date, dealership);
        boolean today = day.equals(dealership.today(clock));
        Map<UUID, Tally> tallies = new HashMap<>();
        Tally team = new Tally();
        jdbc.sql("""
                        select part, person_id, count(*) filter (where day = :date) as of_day, count(*) as of_month
                          from %s
                         group by part, person_id
                        """.formatted(FigureRows.sql(today)))
                .params(params(day, day.withDayOfMonth(1), dealership))
                .query(row -> {
                    String part = row.getString("part");
                    UUID person = row.getObject("person_id", UUID.class);
                    team.add(part, row.getLong("of_day"), row.getLong("of_month"));
                    if (person != null) {
                        tallies.computeIfAbsent(person, who -> new Tally())
                                .add(part, row.getLong("of_day"), row.getLong("of_month"));
                    }
                });
        return new Report(day, today, rows(reader, chosen, tallies, team, today));
    }

    /**
     * Counts of whole months until a day, from the very rows that {@link #members} opens; for desks that compare.
     *
     * @param figures none that stands now or divides
     * @param until   no later day is counted
     */
    @Transactional(readOnly = true)
    public List<MonthCount> months(YearMonth first, LocalDate until, List<Figure> figures, DealershipId id) {
        List<MonthCount> counts = new ArrayList<>();
        if (until.isBefore(first.atDay(1))) {
            return counts;
        }
        Map<MonthKey, Map<String, Long>> parts = new LinkedHashMap<>();
        jdbc.sql("""
                        select part, person_id, date_trunc('month', day)::date as month, count(*) as rows_of_month
                          from %s
                         where part in (:parts)
                         group by part, person_id, date_trunc('month', day)::date
                        """.formatted(FigureRows.sql(false)))
                .params(params(until, first.atDay(1), dealerships.get(id)))
                .param(
                        "parts",
                        figures.stream()
                                .flatMap(figure -> figure.parts().stream())
                                .distinct()
                                .toList())
                .query(row -> {
                    MonthKey key = new MonthKey(
                            YearMonth.from(row.getObject("month", LocalDate.class)),
                            row.getObject("person_id", UUID.class));
                    parts.computeIfAbsent(key, none -> new HashMap<>())
                            .put(row.getString("part"), row.getLong("rows_of_month"));
                });
        parts.forEach((key, ofMonth) -> figures.forEach(figure -> counts.add(new MonthCount(
                key.month(),
                key.person() == null ? null : new StaffId(key.person()),
                figure,
                figure.parts().stream()
                        .mapToLong(part -> ofMonth.getOrDefault(part, 0L))
                        .sum()))));
        return counts;
    }

    private record MonthKey(YearMonth month, @Nullable UUID person) {}

    private List<Row> rows(
            StaffMember reader, @Nullable StaffMember chosen, Map<UUID, Tally> tallies, Tally team, boolean today) {
        Tally nothing = new Tally();
        if (!seesAll(reader)) {
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
            boolean unknown = figure.unknownBy() != null && counts.containsKey(figure.unknownBy());
            return unknown || base.signum() == 0 ? null : sum.divide(base, RATIO_DIGITS, RoundingMode.HALF_UP);
        }

        private static BigDecimal sum(Collection<String> parts, Map<String, Long> counts) {
            return BigDecimal.valueOf(parts.stream()
                    .mapToLong(part -> counts.getOrDefault(part, 0L))
                    .sum());
        }
    }

    /**
     * Reads what number is asked for.
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
        return new Question(day, figure, consultant(consultant, reader), span);
    }

    /**
     * Whose rows are asked for; nobody means all that the reader may see. Somebody else's are to a consultant as if there were
     * nobody of that name.
     *
     * @throws FieldsRefused naming {@code consultant}
     */
    @Transactional(readOnly = true)
    public @Nullable StaffMember consultant(@Nullable String username, StaffMember reader) {
        boolean all = seesAll(reader);
        if (username == null || username.isBlank()) {
            return all ? null : reader;
        }
        return staff.byUsername(reader.dealership(), username.strip())
                .filter(member -> all || member.id().equals(reader.id()))
                .orElseThrow(() -> new FieldsRefused(Field.of("consultant", "field.consultant")));
    }

    public boolean seesAll(StaffMember reader) {
        return rights.reachOf(reader, OPERATION) == Reach.ALL;
    }

    /** The very rows that a number counts, newest first. */
    @Transactional(readOnly = true)
    public Page<Member> members(Question question, int limit, @Nullable String cursor, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        Cursor after = Cursor.read(cursor, 2);
        LocalDate from =
                question.span() == Span.day ? question.date() : question.date().withDayOfMonth(1);
        StaffMember consultant = question.consultant();
        JdbcClient.StatementSpec statement = jdbc.sql("""
                        select part, person_id, day, moment, prospect_id, id, is_entry
                          from %s
                         where part in (:parts)
                         %s
                         %s
                         order by moment desc, id desc
                         limit :rows
                        """.formatted(
                                FigureRows.sql(question.figure().isStock()),
                                consultant == null ? "" : "  and person_id = :person",
                                after == null ? "" : "  and (moment, id) < (:moment, :id)"))
                .params(params(question.date(), from, dealership))
                .param("parts", question.figure().parts())
                .param("rows", limit + 1);
        if (consultant != null) {
            statement = statement.param("person", consultant.id().value());
        }
        if (after != null) {
            statement = statement
                    .param("moment", Cursor.instant(after.values().get(0)).atOffset(ZoneOffset.UTC))
                    .param("id", Cursor.uuid(after.values().get(1)));
        }
        List<Member> rows = statement
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    UUID person = row.getObject("person_id", UUID.class);
                    return new Member(
                            id,
                            row.getObject("day", LocalDate.class),
                            row.getObject("moment", OffsetDateTime.class).toInstant(),
                            row.getObject("prospect_id", UUID.class),
                            person == null ? null : new StaffId(person),
                            row.getBoolean("is_entry") ? id : null);
                })
                .list();
        return Page.of(rows, limit, last -> Cursor.of(last.at(), last.id()));
    }

    private LocalDate known(@Nullable LocalDate date, Dealership dealership) {
        LocalDate today = dealership.today(clock);
        if (date != null && (date.isAfter(today) || date.getYear() < 2000)) {
            throw new FieldsRefused(Field.of("date", "field.date.report"));
        }
        return date == null ? today : date;
    }

    private Map<String, Object> params(LocalDate date, LocalDate from, Dealership dealership) {
        Map<String, Object> params = new HashMap<>();
        params.put("dealership", dealership.id().value());
        params.put("zone", dealership.zone().getId());
        params.put("date", date);
        params.put("dateText", date.toString());
        params.put("from", from);
        params.put("fromText", from.toString());
        params.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        params.put("endOfDate", dealership.endOf(date).atOffset(ZoneOffset.UTC));
        params.put("endOfNextDay", dealership.endOf(date.plusDays(1)).atOffset(ZoneOffset.UTC));
        return params;
    }
}
