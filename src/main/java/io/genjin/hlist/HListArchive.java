package io.genjin.hlist;

import io.genjin.hlist.Coverage.Standing;
import io.genjin.prospect.Access;
import io.genjin.shared.Conditions;
import io.genjin.shared.Cursor;
import io.genjin.shared.Page;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closed weeks with coverage (K29) and hit rate (K27), each number with the rows it counts. */
@Component
@Transactional(readOnly = true)
public class HListArchive {

    private static final String READ = "hlist.read";

    /** One consultant's closed week. */
    public record Line(StaffId consultant, Standing standing, HitRate rate) {}

    /** One closed week of the consultants that the reader may see. */
    public record ClosedWeek(ListWeek week, List<Line> lines) {

        public ClosedWeek {
            lines = List.copyOf(lines);
        }

        public Coverage coverage() {
            return new Coverage(lines.stream()
                    .map(line -> new Coverage.Row(line.consultant(), line.standing()))
                    .toList());
        }

        public HitRate rate() {
            return lines.stream().map(Line::rate).reduce(new HitRate(0, 0), HitRate::and);
        }
    }

    /** Which entries a number counts; nothing given asks for all closed ones that the reader may see. */
    public record Filter(
            @Nullable ListWeek week,
            @Nullable StaffId consultant,
            @Nullable WeekResult result) {}

    /** One entry with the consultant whose list it stands on. */
    public record Row(HListEntry entry, StaffId consultant) {}

    private final JdbcClient jdbc;
    private final StaffDirectory staff;
    private final Access access;

    HListArchive(JdbcClient jdbc, StaffDirectory staff, Access access) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.access = access;
    }

    /** Closed weeks, newest first. */
    public Page<ClosedWeek> weeks(int limit, @Nullable String cursor, StaffMember reader) {
        Cursor after = Cursor.read(cursor, 1);
        Conditions where = Conditions.in(reader.dealership(), "dealership_id").and("closed");
        if (after != null) {
            where.and("week_start < :before")
                    .with("before", Cursor.day(after.values().get(0)));
        }
        List<ListWeek> weeks = jdbc.sql("""
                        select week_start
                          from h_list_week
                         where %s
                         order by week_start desc
                         limit :rows
                        """.formatted(where.sql()))
                .params(where.params())
                .param("rows", limit + 1)
                .query((row, number) -> new ListWeek(row.getObject("week_start", LocalDate.class)))
                .list();
        Map<ListWeek, List<Line>> lines = lines(weeks, reader);
        return Page.of(weeks, limit, last -> Cursor.of(last.monday()))
                .map(week -> new ClosedWeek(week, lines.getOrDefault(week, List.of())));
    }

    private Map<ListWeek, List<Line>> lines(List<ListWeek> weeks, StaffMember reader) {
        Map<ListWeek, List<Line>> lines = new HashMap<>();
        if (weeks.isEmpty()) {
            return lines;
        }
        Conditions where = visible("c.dealership_id", "c.consultant_id", reader)
                .and("c.week_start in (:weeks)")
                .with("weeks", weeks.stream().map(ListWeek::monday).toList());
        jdbc.sql("""
                        select c.week_start, c.consultant_id, c.standing, count(e.id) as entries,
                               count(e.id) filter (where e.result = 'ORDERED') as ordered
                          from h_list_coverage c
                          left join h_list l
                            on l.dealership_id = c.dealership_id
                           and l.week_start = c.week_start
                           and l.consultant_id = c.consultant_id
                          left join h_list_entry e on e.dealership_id = l.dealership_id and e.list_id = l.id
                         where %s
                         group by c.week_start, c.consultant_id, c.standing
                         order by c.week_start desc
                        """.formatted(where.sql())).params(where.params()).query(row -> {
            lines.computeIfAbsent(new ListWeek(row.getObject("week_start", LocalDate.class)), week -> new ArrayList<>())
                    .add(new Line(
                            new StaffId(row.getObject("consultant_id", UUID.class)),
                            Standing.valueOf(row.getString("standing")),
                            new HitRate(row.getInt("ordered"), row.getInt("entries"))));
        });
        lines.values().forEach(week -> week.sort(Comparator.comparing(line -> username(line, reader))));
        return lines;
    }

    private String username(Line line, StaffMember reader) {
        return staff.find(reader.dealership(), line.consultant())
                .map(StaffMember::username)
                .orElse("");
    }

    /** The closed entries behind a number, newest week first. */
    public Page<Row> entries(Filter filter, int limit, @Nullable String cursor, StaffMember reader) {
        Cursor after = Cursor.read(cursor, 2);
        Conditions where = visible("e.dealership_id", "l.consultant_id", reader)
                .and("e.closed")
                .given("week", filter.week() == null ? null : filter.week().monday(), "e.week_start = :week")
                .given("consultant", filter.consultant(), "l.consultant_id = :consultant")
                .given("result", filter.result(), "e.result = :result");
        if (after != null) {
            where.and("(e.week_start, e.id) < (:beforeWeek, :beforeId)")
                    .with("beforeWeek", Cursor.day(after.values().get(0)))
                    .with("beforeId", Cursor.uuid(after.values().get(1)));
        }
        List<Row> rows = jdbc.sql("""
                        select e.id, e.list_id, e.week_start, e.prospect_id, e.grade, e.source, e.model, e.likely_reason,
                               e.obstacle, e.action, e.responsible_id, e.expected_date, e.added_by, e.added_at, e.version,
                               e.result, e.decided_by, l.consultant_id
                          from h_list_entry e
                          join h_list l on l.dealership_id = e.dealership_id and l.id = e.list_id
                         where %s
                         order by e.week_start desc, e.id desc
                         limit :rows
                        """.formatted(where.sql()))
                .params(where.params())
                .param("rows", limit + 1)
                .query((row, number) ->
                        new Row(HLists.entry(row), new StaffId(row.getObject("consultant_id", UUID.class))))
                .list();
        return Page.of(
                rows,
                limit,
                last -> Cursor.of(
                        last.entry().week().monday(), last.entry().id().value()));
    }

    private Conditions visible(String dealership, String consultant, StaffMember reader) {
        Conditions where = Conditions.in(reader.dealership(), dealership);
        if (!access.seesAll(reader, READ)) {
            where.and(consultant + " in (:own)").with("own", access.ownersOf(reader));
        }
        return where;
    }
}
