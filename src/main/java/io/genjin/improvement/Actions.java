package io.genjin.improvement;

import io.genjin.improvement.ActionList.Filter;
import io.genjin.improvement.ImprovementAction.Status;
import io.genjin.improvement.ImprovementAction.Step;
import io.genjin.improvement.ImprovementAction.Verification;
import io.genjin.shared.Conditions;
import io.genjin.shared.Cursor;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Page;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores improvement actions and what was said about them. */
@Repository
class Actions {

    private static final String COLUMNS = """
            a.dealership_id, a.id, a.defect, a.report, a.figure, a.measure, a.deadline, a.responsible_id, a.opened_by,
                   a.opened_at, a.status, a.verified_by, a.verified_at, a.verified_on""";
    private static final String FELL_DUE = "a.deadline between :first and :last and a.deadline < :today";
    private static final String IN_TIME = "a.status = 'VERIFIED' and a.verified_on <= a.deadline";

    private final JdbcClient jdbc;

    Actions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ImprovementAction action) {
        ActionPlan plan = action.plan();
        jdbc.sql("""
                        insert into improvement_action (dealership_id, id, defect, report, figure, measure, deadline,
                                                        responsible_id, opened_by, opened_at, status)
                        values (:dealership, :id, :defect, :report, :figure, :measure, :deadline,
                                :responsible, :by, :at, :status)
                        """)
                .param("dealership", action.dealership().value())
                .param("id", action.id().value())
                .param("defect", plan.defect())
                .param("report", plan.report().name())
                .param("figure", plan.figure())
                .param("measure", plan.measure())
                .param("deadline", plan.deadline())
                .param("responsible", plan.responsible().value())
                .param("by", action.openedBy().value())
                .param("at", Moments.bound(action.openedAt()))
                .param("status", action.status().name())
                .update();
    }

    void update(ImprovementAction action) {
        Verification verified = action.verified();
        jdbc.sql("""
                        update improvement_action
                           set responsible_id = :responsible, status = :status, verified_by = :by, verified_at = :at,
                               verified_on = :on
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", action.dealership().value())
                .param("id", action.id().value())
                .param("responsible", action.plan().responsible().value())
                .param("status", action.status().name())
                .param("by", verified == null ? null : verified.by().value())
                .param("at", Moments.boundOrNull(verified == null ? null : verified.at()))
                .param("on", verified == null ? null : verified.on())
                .update();
    }

    void add(ImprovementAction action, Step step) {
        jdbc.sql("""
                        insert into improvement_step (dealership_id, id, action_id, step, said, taken_by, taken_at)
                        values (:dealership, :id, :action, :step, :said, :by, :at)
                        """)
                .param("dealership", action.dealership().value())
                .param("id", step.id())
                .param("action", action.id().value())
                .param("step", step.kind().name())
                .param("said", step.said())
                .param("by", step.by().value())
                .param("at", Moments.bound(step.at()))
                .update();
    }

    ImprovementAction get(DealershipId dealership, ActionId id) {
        return find(dealership, id, "");
    }

    ImprovementAction getForUpdate(DealershipId dealership, ActionId id) {
        return find(dealership, id, "for update");
    }

    private ImprovementAction find(DealershipId dealership, ActionId id, String lock) {
        return jdbc.sql("""
                        select %s
                          from improvement_action a
                         where a.dealership_id = :dealership
                           and a.id = :id
                           %s
                        """.formatted(COLUMNS, lock))
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    /** What was said, the latest first. */
    List<Step> steps(DealershipId dealership, ActionId action) {
        return jdbc.sql("""
                        select s.id, s.step, s.said, s.taken_by, s.taken_at
                          from improvement_step s
                         where s.dealership_id = :dealership
                           and s.action_id = :action
                         order by s.taken_at desc, s.id desc
                        """)
                .param("dealership", dealership.value())
                .param("action", action.value())
                .query((row, number) -> new Step(
                        row.getObject("id", UUID.class),
                        Step.Kind.valueOf(row.getString("step")),
                        row.getString("said"),
                        new StaffId(row.getObject("taken_by", UUID.class)),
                        Moments.read(row, "taken_at")))
                .list();
    }

    /** By deadline, the nearest first; those that are verified the latest first. */
    Page<ImprovementAction> list(
            DealershipId dealership,
            Filter filter,
            YearMonth month,
            @Nullable StaffId responsible,
            LocalDate today,
            @Nullable String after) {
        boolean backwards = filter == Filter.VERIFIED;
        Conditions where = Conditions.in(dealership, "a.dealership_id")
                .given("responsible", responsible, "a.responsible_id = :responsible");
        switch (filter) {
            case OPEN -> where.and("a.status <> 'VERIFIED'");
            case OVERDUE ->
                where.and("a.status <> 'VERIFIED'").and("a.deadline < :today").with("today", today);
            case DONE -> where.and("a.status = 'DONE'");
            case VERIFIED -> where.and("a.status = 'VERIFIED'");
            case DUE -> fellDue(where, month, today);
            case IN_TIME -> fellDue(where, month, today).and(IN_TIME);
        }
        Cursor cursor = Cursor.read(after, 2);
        if (cursor != null) {
            where.and("(a.deadline, a.id) %s (:day, :last_id)".formatted(backwards ? "<" : ">"))
                    .with("day", Cursor.day(cursor.values().get(0)))
                    .with("last_id", Cursor.uuid(cursor.values().get(1)));
        }
        String way = backwards ? "desc" : "asc";
        List<ImprovementAction> rows = jdbc.sql("""
                        select %s
                          from improvement_action a
                         where %s
                         order by a.deadline %s, a.id %s
                         limit :limit
                        """.formatted(COLUMNS, where.sql(), way, way))
                .params(where.params())
                .param("limit", ActionList.PAGE + 1)
                .query((row, number) -> read(row))
                .list();
        return Page.of(rows, ActionList.PAGE, last -> Cursor.of(last.plan().deadline(), last.id()));
    }

    private static Conditions fellDue(Conditions where, YearMonth month, LocalDate today) {
        return where.and(FELL_DUE)
                .with("first", month.atDay(1))
                .with("last", month.atEndOfMonth())
                .with("today", today);
    }

    ActionList.InTime inTime(DealershipId dealership, YearMonth month, @Nullable StaffId responsible, LocalDate today) {
        Conditions where = fellDue(Conditions.in(dealership, "a.dealership_id"), month, today)
                .given("responsible", responsible, "a.responsible_id = :responsible");
        return jdbc.sql("""
                        select count(*) filter (where %s) as in_time, count(*) as due
                          from improvement_action a
                         where %s
                        """.formatted(IN_TIME, where.sql()))
                .params(where.params())
                .query((row, number) -> new ActionList.InTime(month, row.getInt("in_time"), row.getInt("due")))
                .single();
    }

    /** Actions whose deadline lies in these days and has gone by. */
    List<ImprovementAction> fellDue(DealershipId dealership, LocalDate first, LocalDate last, LocalDate today) {
        return jdbc.sql("""
                        select %s
                          from improvement_action a
                         where a.dealership_id = :dealership
                           and %s
                        """.formatted(COLUMNS, FELL_DUE))
                .param("dealership", dealership.value())
                .param("first", first)
                .param("last", last)
                .param("today", today)
                .query((row, number) -> read(row))
                .list();
    }

    /** How many are not done yet in somebody's name. */
    int underWay(DealershipId dealership, StaffId responsible) {
        return jdbc.sql("""
                        select count(*)
                          from improvement_action a
                         where a.dealership_id = :dealership
                           and a.responsible_id = :responsible
                           and a.status in ('OPEN', 'IN_PROGRESS')
                        """)
                .param("dealership", dealership.value())
                .param("responsible", responsible.value())
                .query(Integer.class)
                .single();
    }

    private static ImprovementAction read(ResultSet row) throws SQLException {
        UUID by = row.getObject("verified_by", UUID.class);
        Instant at = Moments.readOrNull(row, "verified_at");
        return new ImprovementAction(
                new ActionId(row.getObject("id", UUID.class)),
                new DealershipId(row.getInt("dealership_id")),
                new ActionPlan(
                        row.getString("defect"),
                        EvidenceReport.valueOf(row.getString("report")),
                        row.getString("figure"),
                        row.getString("measure"),
                        row.getObject("deadline", LocalDate.class),
                        new StaffId(row.getObject("responsible_id", UUID.class))),
                new StaffId(row.getObject("opened_by", UUID.class)),
                Moments.read(row, "opened_at"),
                Status.valueOf(row.getString("status")),
                by == null || at == null
                        ? null
                        : new Verification(new StaffId(by), at, row.getObject("verified_on", LocalDate.class)));
    }
}
