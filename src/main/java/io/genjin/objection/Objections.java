package io.genjin.objection;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.Conditions;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores objections and their answers. */
@Repository
class Objections {

    private final JdbcClient jdbc;

    Objections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Objection one) {
        jdbc.sql("""
                        insert into objection (dealership_id, id, prospect_id, type, wording, competitor, model, result, answer_due,
                                               raised_by, raised_at, settled_at)
                        values (:dealership, :id, :prospect, :type, :wording, :competitor, :model, :result, :due, :by, :at, :settledAt)
                        """)
                .param("dealership", one.dealership().value())
                .param("id", one.id().value())
                .param("prospect", one.prospect().value())
                .param("type", one.type().name())
                .param("wording", one.wording())
                .param("competitor", one.competitor())
                .param("model", one.model())
                .param("result", one.result().name())
                .param("due", one.answerDue())
                .param("by", one.raisedBy().value())
                .param("at", Moments.bound(one.raisedAt()))
                .param("settledAt", Moments.boundOrNull(one.settledAt()))
                .update();
    }

    void add(DealershipId dealership, Answer answer, StaffId recordedBy) {
        jdbc.sql("""
                        insert into objection_answer (dealership_id, id, objection_id, answer, answer_plain, answered_by, answered_at,
                                                      recorded_by, result)
                        values (:dealership, :id, :objection, :answer, :plain, :by, :at, :recordedBy, :result)
                        """)
                .param("dealership", dealership.value())
                .param("id", answer.id())
                .param("objection", answer.objection().value())
                .param("answer", answer.words())
                .param("plain", Answer.plain(answer.words()))
                .param("by", answer.answeredBy().value())
                .param("at", Moments.bound(answer.answeredAt()))
                .param("recordedBy", recordedBy.value())
                .param("result", answer.result().name())
                .update();
    }

    /** Where it stands now: open until a day, or settled at a moment. */
    void stands(
            DealershipId dealership,
            ObjectionId id,
            ObjectionResult result,
            @Nullable LocalDate due,
            @Nullable Instant settledAt) {
        jdbc.sql("""
                        update objection
                           set result = :result, answer_due = :due, settled_at = :settledAt
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("result", result.name())
                .param("due", due)
                .param("settledAt", Moments.boundOrNull(settledAt))
                .update();
    }

    /** The answer that settled it did not hold. */
    void failed(DealershipId dealership, UUID answer, Instant at) {
        jdbc.sql("""
                        update objection_answer
                           set failed_at = :at
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", answer)
                .param("at", Moments.bound(at))
                .update();
    }

    Optional<Objection> find(DealershipId dealership, ObjectionId id) {
        return read(
                        Conditions.in(dealership, "o.dealership_id")
                                .and("o.id = :id")
                                .with("id", id),
                        "",
                        Map.of())
                .stream()
                .findFirst();
    }

    /** Every objection of these cases, the newest first. */
    List<Objection> of(DealershipId dealership, Collection<ProspectId> cases) {
        Conditions where = Conditions.in(dealership, "o.dealership_id")
                .and("o.prospect_id in (:cases)")
                .with("cases", cases);
        return read(where, "order by o.raised_at desc, o.id desc", Map.of());
    }

    /** The open ones of these customers, those promised first at the top. */
    List<Objection> open(DealershipId dealership, Collection<ProspectId> prospects) {
        Conditions where = Conditions.in(dealership, "o.dealership_id")
                .and("o.result = 'OPEN'")
                .and("o.prospect_id in (:prospects)")
                .with("prospects", prospects);
        return read(where, "order by o.answer_due, o.raised_at, o.id", Map.of());
    }

    /** Objections with their answers, as conditions and order of constants ask for them. */
    List<Objection> read(Conditions where, String order, Map<String, Object> more) {
        record Row(Objection objection) {}
        List<Row> rows = jdbc.sql("""
                        select o.dealership_id, o.id, o.prospect_id, o.type, o.wording, o.competitor, o.model, o.result,
                               o.answer_due, o.raised_by, o.raised_at, o.settled_at
                          from objection o
                          join prospect_report p on p.dealership_id = o.dealership_id and p.id = o.prospect_id
                         where %s
                        %s
                        """.formatted(where.sql(), order))
                .params(where.params())
                .params(more)
                .query((row, number) -> new Row(objection(row)))
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<ObjectionId, List<Answer>> answers = answers(
                rows.get(0).objection().dealership(),
                rows.stream().map(row -> row.objection().id()).toList());
        return rows.stream()
                .map(row -> with(
                        row.objection(), answers.getOrDefault(row.objection().id(), List.of())))
                .toList();
    }

    private Map<ObjectionId, List<Answer>> answers(DealershipId dealership, Collection<ObjectionId> ids) {
        Map<ObjectionId, List<Answer>> answers = new HashMap<>();
        jdbc.sql("""
                        select id, objection_id, answer, answered_by, answered_at, result, failed_at
                          from objection_answer
                         where dealership_id = :dealership
                           and objection_id in (:ids)
                         order by answered_at, id
                        """)
                .param("dealership", dealership.value())
                .param("ids", ids.stream().map(ObjectionId::value).toList())
                .query((row, number) -> new Answer(
                        row.getObject("id", UUID.class),
                        new ObjectionId(row.getObject("objection_id", UUID.class)),
                        row.getString("answer"),
                        new StaffId(row.getObject("answered_by", UUID.class)),
                        Moments.read(row, "answered_at"),
                        ObjectionResult.valueOf(row.getString("result")),
                        Moments.readOrNull(row, "failed_at")))
                .list()
                .forEach(answer -> answers.computeIfAbsent(answer.objection(), one -> new ArrayList<>())
                        .add(answer));
        return answers;
    }

    private static Objection objection(ResultSet row) throws SQLException {
        return new Objection(
                new ObjectionId(row.getObject("id", UUID.class)),
                new DealershipId(row.getInt("dealership_id")),
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                ObjectionType.valueOf(row.getString("type")),
                row.getString("wording"),
                row.getString("competitor"),
                row.getString("model"),
                ObjectionResult.valueOf(row.getString("result")),
                row.getObject("answer_due", LocalDate.class),
                new StaffId(row.getObject("raised_by", UUID.class)),
                Moments.read(row, "raised_at"),
                Moments.readOrNull(row, "settled_at"),
                List.of());
    }

    private static Objection with(Objection one, List<Answer> answers) {
        return new Objection(
                one.id(),
                one.dealership(),
                one.prospect(),
                one.type(),
                one.wording(),
                one.competitor(),
                one.model(),
                one.result(),
                one.answerDue(),
                one.raisedBy(),
                one.raisedAt(),
                one.settledAt(),
                answers);
    }
}
