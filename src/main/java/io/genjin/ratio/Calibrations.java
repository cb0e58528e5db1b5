package io.genjin.ratio;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.Cursor;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.Moments;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether grades come true: on each Monday of some months, who stood at which grade when the day began, whose they were, and
 * whether they bought within the grade's time. Mondays whose time has not gone by are left out.
 */
@Component
public class Calibrations {

    /** A year, so that each month is there once. */
    public static final int MOST_MONTHS = 12;

    static final int USUAL_MONTHS = 6;

    /** Which of the customers on Mondays a number counts. */
    public enum Part {
        graded,
        ordered,
        delivered
    }

    /** How the grades of one person came true; of the dealership when there is no person. */
    public record Row(
            @Nullable StaffMember consultant,
            Map<Grade, Calibration> grades,
            Map<Grade, Calibration.Verdict> verdicts) {}

    /**
     * @param months    all months asked for, the oldest first
     * @param rows      the dealership first when the reader may see all
     * @param byMonth   of the dealership, or of the one person shown, month by month
     * @param pending   customers on Mondays whose time has not gone by yet, left out
     */
    public record Report(
            YearMonth from,
            YearMonth until,
            LocalDate today,
            List<Row> rows,
            Map<YearMonth, Map<Grade, Calibration>> byMonth,
            Map<Grade, Long> pending) {}

    /** Which number is asked for. */
    public record Question(
            Grade grade,
            Part part,
            YearMonth from,
            YearMonth until,
            @Nullable StaffMember consultant) {}

    private static final String CUSTOMERS_ON_MONDAYS = """
            with monday as materialized (
                select m.day, m.begins, m.place::int as place
                  from unnest(cast(array[:days] as date[]), cast(array[:begins] as timestamptz[])) with ordinality as m (day, begins, place)
            ),
            beginning as materialized (
                select array_agg(begins order by place) as all_begins
                  from monday
            ),
%1$s,
%2$s,
            there as materialized (
                select d.day, s.customer_id, s.prospect_id, s.owner_id, s.grade, s.id, d.begins, s.since,
                       s.customer_id in (select survivor_id from merged) as is_of_several
                  from (select s.*, width_bucket(s.since, b.all_begins) as places_before, width_bucket(s.until, b.all_begins) as places_until
                          from standing s
                         cross join beginning b
                         where s.standing = 'OPEN'
                           and not s.resting) s
                 cross join lateral generate_series(s.places_before + 1, s.places_until) as t (place)
                  join monday d on d.place = t.place
                 where s.places_before < s.places_until
            ),
            stood as materialized (
                select day, customer_id, prospect_id, owner_id, grade, id, begins
                  from there
                 where not is_of_several
                union all
                select day, customer_id, prospect_id, owner_id, grade, id, begins
                  from (select distinct on (day, customer_id) *
                          from there
                         where is_of_several
                         order by day, customer_id, since desc, id desc) one
            ),
            hit as materialized (
                select o.day, o.customer_id, bool_or(b.kind = 'ORDERED') as ordered, bool_or(b.kind = 'DELIVERED') as delivered
                  from journal_entry b
                  left join merged m on m.id = b.prospect_id
                  join stood o
                    on o.customer_id = coalesce(m.survivor_id, b.prospect_id)
                   and b.happened_on >= o.day
                   and b.happened_on < o.day + case o.grade when 'H' then 7 when 'A' then 15 when 'B' then 30 when 'C' then 90 else 100000 end
                 where b.dealership_id = :dealership
                   and b.happened_on >= :firstDay
                   and b.kind in ('ORDERED', 'DELIVERED')
                 group by o.day, o.customer_id
            ),
            monday_row as (
                select o.day, o.customer_id, o.prospect_id, o.owner_id, o.grade, o.id, o.begins,
                       coalesce(h.ordered, false) as ordered, coalesce(h.delivered, false) as delivered,
                       o.grade = 'N'
                       or o.day + case o.grade when 'H' then 7 when 'A' then 15 when 'B' then 30 else 90 end <= :today as elapsed
                  from stood o
                  left join hit h on h.day = o.day and h.customer_id = o.customer_id
                 where o.grade in ('H', 'A', 'B', 'C', 'N')
            )
            """;

    private final JdbcClient jdbc;
    private final Standings standings;
    private final RatioDoor door;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    Calibrations(
            JdbcClient jdbc,
            Standings standings,
            RatioDoor door,
            StaffDirectory staff,
            Dealerships dealerships,
            Clock clock) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.door = door;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /** What was counted: of each person, of everybody, of everybody or one person month by month. */
    private record Tally(
            Map<UUID, Map<Grade, Calibration>> people,
            Map<Grade, Calibration> team,
            Map<YearMonth, Map<Grade, Calibration>> months,
            Map<Grade, Long> pending) {}

    /**
     * The calibration of some months, the last six unless others are named.
     *
     * @throws FieldsRefused naming {@code from}, {@code until} or {@code consultant}
     */
    @Transactional(readOnly = true)
    public Report of(
            @Nullable YearMonth from, @Nullable YearMonth until, @Nullable String consultant, StaffMember reader) {
        StaffMember whose = door.consultant(consultant, reader);
        Question asked = question(Grade.H, Part.graded, from, until, consultant, reader);
        boolean all = door.seesAll(reader);
        Tally counted = new Tally(new HashMap<>(), new HashMap<>(), new LinkedHashMap<>(), new HashMap<>());
        List<LocalDate> mondays = mondays(asked, reader.dealership());
        if (!mondays.isEmpty()) {
            counted(mondays, whose, counted, reader);
        }
        Map<UUID, Map<Grade, Calibration>> people = counted.people();
        Map<Grade, Calibration> team = counted.team();
        List<Row> rows = new ArrayList<>();
        if (all) {
            rows.add(new Row(null, team, Map.of()));
            staff.all(reader.dealership()).stream()
                    .filter(member -> people.containsKey(member.id().value()))
                    .map(member -> row(member, people, team))
                    .forEach(rows::add);
        } else {
            rows.add(row(reader, people, team));
        }
        return new Report(asked.from(), asked.until(), door.today(reader), rows, counted.months(), counted.pending());
    }

    private static Row row(
            StaffMember member, Map<UUID, Map<Grade, Calibration>> people, Map<Grade, Calibration> team) {
        Map<Grade, Calibration> own = people.getOrDefault(member.id().value(), Map.of());
        Map<Grade, Calibration.Verdict> verdicts = new HashMap<>();
        own.forEach((grade, one) -> verdicts.put(
                grade, one.beside(Objects.requireNonNull(team.get(grade)).without(one))));
        return new Row(member, own, verdicts);
    }

    /** Everything in one go: by person and grade, by grade of everybody, by month and grade of everybody or of one person. */
    private void counted(List<LocalDate> mondays, @Nullable StaffMember whose, Tally counted, StaffMember reader) {
        JdbcClient.StatementSpec statement = bound(
                customersOnMondays(reader) + """
                        , graded as materialized (
                        select date_trunc('month', day)::date as month, grade, owner_id, customer_id,
                               count(*) filter (where elapsed) as graded, count(*) filter (where elapsed and ordered) as ordered,
                               count(*) filter (where elapsed and delivered) as delivered, count(*) filter (where not elapsed) as pending
                          from monday_row
                         group by date_trunc('month', day)::date, grade, owner_id, customer_id
                        )
                        select 'PERSON' as whose, null::date as month, grade, owner_id, sum(graded) as graded, sum(ordered) as ordered,
                               sum(delivered) as delivered, count(*) filter (where graded > 0) as people, sum(pending) as pending
                          from (select grade, owner_id, customer_id, sum(graded) as graded, sum(ordered) as ordered,
                                       sum(delivered) as delivered, sum(pending) as pending
                                  from graded
                                 where owner_id is not null
                                 group by grade, owner_id, customer_id) one
                         group by grade, owner_id
                        having sum(graded) > 0
                        union all
                        select 'ALL', null, grade, null, sum(graded), sum(ordered), sum(delivered), count(*) filter (where graded > 0),
                               sum(pending)
                          from (select grade, customer_id, sum(graded) as graded, sum(ordered) as ordered, sum(delivered) as delivered,
                                       sum(pending) as pending
                                  from graded
                                 group by grade, customer_id) one
                         group by grade
                        having sum(graded) > 0
                        union all
                        select 'MONTH', month, grade, null, sum(graded), sum(ordered), sum(delivered), count(*) filter (where graded > 0),
                               sum(pending)
                          from (select month, grade, customer_id, sum(graded) as graded, sum(ordered) as ordered,
                                       sum(delivered) as delivered, sum(pending) as pending
                                  from graded
                                 where %s
                                 group by month, grade, customer_id) one
                         group by month, grade
                        """.formatted(whose == null ? "true" : "owner_id = :person"),
                mondays,
                reader);
        (whose == null ? statement : statement.param("person", whose.id().value())).query(row -> {
            Grade grade = Grade.valueOf(row.getString("grade"));
            Calibration one = new Calibration(
                    grade,
                    row.getLong("graded"),
                    row.getLong("ordered"),
                    row.getLong("delivered"),
                    row.getLong("people"));
            switch (row.getString("whose")) {
                case "MONTH" -> {
                    counted.months()
                            .computeIfAbsent(
                                    YearMonth.from(row.getObject("month", LocalDate.class)), none -> new HashMap<>())
                            .put(grade, one);
                    counted.pending().merge(grade, row.getLong("pending"), Long::sum);
                }
                case "ALL" -> counted.team().put(grade, one);
                default ->
                    counted.people()
                            .computeIfAbsent(row.getObject("owner_id", UUID.class), none -> new HashMap<>())
                            .put(grade, one);
            }
        });
    }

    /**
     * Reads what number is asked for.
     *
     * @throws FieldsRefused naming {@code from}, {@code until} or {@code consultant}
     */
    @Transactional(readOnly = true)
    public Question question(
            Grade grade,
            Part part,
            @Nullable YearMonth from,
            @Nullable YearMonth until,
            @Nullable String consultant,
            StaffMember reader) {
        YearMonth running = YearMonth.from(door.today(reader));
        YearMonth last = until == null ? running : until;
        YearMonth first = from == null ? last.minusMonths(USUAL_MONTHS - 1L) : from;
        if (last.isAfter(running) || last.getYear() < 2000) {
            throw new FieldsRefused(Field.of("until", "field.ratio.future"));
        }
        if (first.isAfter(last)) {
            throw new FieldsRefused(Field.of("until", "field.ratio.order"));
        }
        if (first.plusMonths(MOST_MONTHS - 1L).isBefore(last)) {
            throw new FieldsRefused(Field.of("from", "field.ratio.months", MOST_MONTHS));
        }
        return new Question(grade, part, first, last, door.consultant(consultant, reader));
    }

    /** The very rows that a number counts, newest first. */
    @Transactional(readOnly = true)
    public Page<RatioMembers.Member> members(
            Question question, int limit, @Nullable String cursor, StaffMember reader) {
        Cursor after = Cursor.read(cursor, 3);
        List<LocalDate> mondays = mondays(question, reader.dealership());
        if (mondays.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        StaffMember consultant = question.consultant();
        JdbcClient.StatementSpec statement = bound(
                        customersOnMondays(reader)
                                + """
                        select day, prospect_id, owner_id, id, begins
                          from monday_row
                         where elapsed
                           and grade = :grade
                           and %s
                           and %s
                           and %s
                         order by begins desc, id desc, day desc
                         limit :rows
                        """.formatted(
                                                question.part() == Part.graded
                                                        ? "true"
                                                        : question.part().name(),
                                                consultant == null ? "true" : "owner_id = :person",
                                                after == null ? "true" : "(begins, id, day) < (:moment, :id, :day)"),
                        mondays,
                        reader)
                .param("grade", question.grade().name())
                .param("rows", limit + 1);
        if (consultant != null) {
            statement = statement.param("person", consultant.id().value());
        }
        if (after != null) {
            statement = statement
                    .param("moment", Moments.bound(Cursor.instant(after.values().get(0))))
                    .param("id", Cursor.uuid(after.values().get(1)))
                    .param("day", Cursor.day(after.values().get(2)));
        }
        List<RatioMembers.Member> rows = statement
                .query((row, number) -> {
                    UUID owner = row.getObject("owner_id", UUID.class);
                    LocalDate day = row.getObject("day", LocalDate.class);
                    return new RatioMembers.Member(
                            row.getObject("id", UUID.class),
                            day,
                            Moments.read(row, "begins"),
                            row.getObject("prospect_id", UUID.class),
                            owner == null ? null : new StaffId(owner),
                            null,
                            1,
                            "ratioRow.graded." + question.part(),
                            List.of(day, question.grade().name()),
                            null);
                })
                .list();
        return Page.of(rows, limit, last -> Cursor.of(last.at(), last.id(), last.day()));
    }

    /** The Mondays of the months, those to come left out. */
    private List<LocalDate> mondays(Question question, DealershipId in) {
        LocalDate today = dealerships.get(in).today(clock);
        LocalDate end = question.until().atEndOfMonth();
        LocalDate last = end.isAfter(today) ? today : end;
        LocalDate first = question.from().atDay(1).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        return first.isAfter(last)
                ? List.of()
                : IntStream.iterate(0, week -> week + 1)
                        .mapToObj(first::plusWeeks)
                        .takeWhile(day -> !day.isAfter(last))
                        .toList();
    }

    private String customersOnMondays(StaffMember reader) {
        return CUSTOMERS_ON_MONDAYS.formatted(Standings.MERGED, standings.relation(reader.dealership()));
    }

    private JdbcClient.StatementSpec bound(String sql, List<LocalDate> mondays, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        return jdbc.sql(sql)
                .param("dealership", dealership.id().value())
                .param("days", mondays)
                .param(
                        "begins",
                        mondays.stream()
                                .map(day -> Moments.bound(dealership.startOf(day)))
                                .toList())
                .param("firstDay", mondays.get(0))
                .param("firstBegin", Moments.bound(dealership.startOf(mondays.get(0))))
                .param("today", dealership.today(clock));
    }

    /** The grades in their order, hottest first. */
    public static List<Grade> grades() {
        return Arrays.asList(Grade.values());
    }
}
