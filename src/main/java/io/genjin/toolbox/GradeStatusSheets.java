package io.genjin.toolbox;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Access;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectStatus;
import io.genjin.prospect.Source;
import io.genjin.shared.Conditions;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.Moments;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import io.genjin.toolbox.SheetFact.What;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the sheet of customers and their grades from the journal (意向客户级别状况表, 3.16). */
@Component
public class GradeStatusSheets {

    private static final int FIRST_YEAR = 2000;
    private static final String NOT_REACHED = "NOT_REACHED";
    private static final String INVALID_NUMBER = "INVALID_NUMBER";

    /** What a line may call its customer, as the card says it today. */
    public record Label(
            String customerName, long cardNo, @Nullable String mainModel) {}

    /**
     * The sheet with the names of its customers.
     *
     * @param consultant whose it is; nobody's is the whole dealership's
     * @param labels     only of customers that the reader may see today; who lost one is not told who it was (S-R22)
     */
    public record Named(GradeStatusSheet sheet, @Nullable StaffMember consultant, Map<ProspectId, Label> labels) {}

    private record Found(
            ProspectId id, StaffId owner, @Nullable LocalDate standing, Label label) {}

    private final JdbcClient jdbc;
    private final Access access;
    private final Dealerships dealerships;
    private final Clock clock;

    GradeStatusSheets(JdbcClient jdbc, Access access, Dealerships dealerships, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * The sheet of a month, this month's unless another is named.
     *
     * @param chosen whose sheet; without one that of all when the reader may see all, else the reader's own
     * @throws FieldsRefused naming {@code month} when it has not come yet
     */
    @Transactional(readOnly = true)
    public Named of(@Nullable YearMonth month, @Nullable StaffMember chosen, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        YearMonth thisMonth = YearMonth.from(dealership.today(clock));
        YearMonth asked = month == null ? thisMonth : month;
        if (asked.isAfter(thisMonth) || asked.getYear() < FIRST_YEAR) {
            throw new FieldsRefused(Field.of("month", "field.month"));
        }
        boolean all = access.seesAll(reader, "prospect.read");
        StaffMember whose = chosen != null || all ? chosen : reader;
        List<Found> found = candidates(asked, whose, dealership);
        List<Course> courses = courses(found, dealership);
        StaffId owner = whose == null ? null : whose.id();
        GradeStatusSheet sheet = GradeStatusSheet.of(asked, owner, courses, dealership.zone(), clock.instant());
        Set<StaffId> own = access.ownersOf(reader);
        Map<ProspectId, Label> labels = new HashMap<>();
        found.stream()
                .filter(one -> all || own.contains(one.owner()))
                .forEach(one -> labels.put(one.id(), one.label()));
        return new Named(sheet, whose, labels);
    }

    /** Who may have been open in the month and, at some time, the consultant's. */
    private List<Found> candidates(YearMonth month, @Nullable StaffMember consultant, Dealership dealership) {
        Conditions where = Conditions.in(dealership.id(), "p.dealership_id")
                .and("p.received_at <= :over")
                .with("over", dealership.endOf(month.atEndOfMonth()))
                .and("""
                        (p.status not in ('DEFEATED', 'INVALID', 'DUPLICATE', 'DELIVERED')
                            or exists (select 1
                                         from journal_entry e
                                        where e.dealership_id = p.dealership_id
                                          and e.dealership_id = :dealership
                                          and e.prospect_id = p.id
                                          and e.kind in ('DEFEATED', 'DELIVERED', 'LEAD_INVALID', 'MERGED')
                                          and e.happened_on >= :from))""")
                .with("from", month.atDay(1));
        if (consultant != null) {
            where.and("""
                        (p.owner_id = :owner
                            or exists (select 1
                                         from journal_entry o
                                        where o.dealership_id = p.dealership_id
                                          and o.dealership_id = :dealership
                                          and o.prospect_id = p.id
                                          and o.owner_id = :owner))""").with("owner", consultant.id());
        }
        return jdbc.sql("""
                        select p.id, p.owner_id, p.customer_name, p.card_no, p.main_model, p.status, p.next_date
                          from prospect_index p
                         where %s
                        """.formatted(where.sql()))
                .params(where.params())
                .query((row, number) -> new Found(
                        new ProspectId(row.getObject("id", UUID.class)),
                        new StaffId(row.getObject("owner_id", UUID.class)),
                        ProspectStatus.valueOf(row.getString("status")).isFollowed()
                                ? row.getObject("next_date", LocalDate.class)
                                : null,
                        new Label(row.getString("customer_name"), row.getLong("card_no"), row.getString("main_model"))))
                .list();
    }

    private List<Course> courses(List<Found> found, Dealership dealership) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<ProspectId, List<SheetFact>> facts = new HashMap<>();
        jdbc.sql("""
                        select e.prospect_id, e.kind, e.happened_at, e.recorded_at, e.owner_id, e.grade, e.source,
                               e.promised_for, e.details ->> 'nextDate' as next_date, e.details ->> 'gradeAfter' as grade_after,
                               e.details ->> 'outcome' as outcome, e.details ->> 'into' as merged_into
                          from journal_entry e
                         where e.dealership_id = :dealership
                           and e.prospect_id in (:ids)
                           and e.kind in (:kinds)
                           and e.owner_id is not null
                           and e.grade is not null
                         order by e.prospect_id, e.recorded_at, e.id
                        """)
                .param("dealership", dealership.id().value())
                .param("ids", found.stream().map(one -> one.id().value()).toList())
                .param("kinds", What.kinds())
                .query(row -> {
                    ProspectId id = new ProspectId(row.getObject("prospect_id", UUID.class));
                    if (!id.toString().equals(row.getString("merged_into"))) {
                        facts.computeIfAbsent(id, one -> new ArrayList<>()).add(fact(row));
                    }
                });
        List<Course> courses = new ArrayList<>();
        for (Found one : found) {
            List<SheetFact> all = facts.getOrDefault(one.id(), new ArrayList<>());
            // facts of one moment: the arrival was before all others
            all.sort(Comparator.comparing(fact -> fact.what() != What.ARRIVED));
            if (!all.isEmpty() && all.get(0).what() == What.ARRIVED) {
                courses.add(new Course(one.id(), all, one.standing(), dealership.zone()));
            }
        }
        return courses;
    }

    private static SheetFact fact(ResultSet row) throws SQLException {
        String promised = row.getString("promised_for");
        String nextDate = row.getString("next_date");
        String gradeAfter = row.getString("grade_after");
        String outcome = row.getString("outcome");
        What what = What.of(row.getString("kind")).orElseThrow();
        return new SheetFact(
                what,
                Moments.read(row, "happened_at"),
                Moments.read(row, "recorded_at"),
                new StaffId(row.getObject("owner_id", UUID.class)),
                Grade.valueOf(row.getString("grade")),
                Source.valueOf(row.getString("source")),
                promised == null ? null : LocalDate.parse(promised),
                nextDate == null ? null : LocalDate.parse(nextDate),
                gradeAfter == null ? null : Grade.valueOf(gradeAfter),
                what == What.CONTACTED && !NOT_REACHED.equals(outcome) && !INVALID_NUMBER.equals(outcome));
    }
}
