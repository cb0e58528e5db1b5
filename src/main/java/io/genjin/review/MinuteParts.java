package io.genjin.review;

import io.genjin.improvement.ActionId;
import io.genjin.improvement.EvidenceReport;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores what is written in a meeting: notes, findings, decisions. Versions were compared under the review's lock. */
@Repository
class MinuteParts {

    private final JdbcClient jdbc;

    MinuteParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(WeeklyReview review, Note note) {
        jdbc.sql("""
                        insert into review_note (dealership_id, review_id, point, words, written_by, written_at, version)
                        values (:dealership, :review, :point, :words, :by, :at, :version)
                            on conflict (dealership_id, review_id, point)
                            do update set words = excluded.words, written_by = excluded.written_by,
                                          written_at = excluded.written_at, version = excluded.version
                        """)
                .param("dealership", review.dealership().value())
                .param("review", review.id().value())
                .param("point", note.point().name())
                .param("words", note.words())
                .param("by", note.by().value())
                .param("at", Moments.bound(note.at()))
                .param("version", note.version())
                .update();
    }

    Map<AgendaPoint, Note> notes(WeeklyReview review) {
        Map<AgendaPoint, Note> notes = new EnumMap<>(AgendaPoint.class);
        ofReview("select n.point, n.words, n.written_by, n.written_at, n.version from review_note n", "n", review)
                .query((row, number) -> new Note(
                        AgendaPoint.valueOf(row.getString("point")),
                        row.getString("words"),
                        by(row),
                        Moments.read(row, "written_at"),
                        row.getInt("version")))
                .list()
                .forEach(note -> notes.put(note.point(), note));
        return notes;
    }

    void add(WeeklyReview review, Finding finding) {
        jdbc.sql("""
                        insert into review_finding (dealership_id, id, review_id, defect, report, figure, proposal, rows_path,
                                                    written_by, written_at, version)
                        values (:dealership, :id, :review, :defect, :report, :figure, :proposal, :rows, :by, :at, :version)
                        """)
                .param("dealership", review.dealership().value())
                .param("id", finding.id().value())
                .param("review", review.id().value())
                .param("defect", finding.content().defect())
                .param("report", finding.content().report().name())
                .param("figure", finding.content().figure())
                .param("proposal", finding.proposal())
                .param("rows", finding.rows())
                .param("by", finding.by().value())
                .param("at", Moments.bound(finding.at()))
                .param("version", finding.version())
                .update();
    }

    void update(WeeklyReview review, Finding finding) {
        ActionId action = finding.action();
        jdbc.sql("""
                        update review_finding
                           set defect = :defect, report = :report, figure = :figure, written_by = :by, written_at = :at,
                               version = :version, action_id = :action, no_action = :noAction
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("defect", finding.content().defect())
                .param("report", finding.content().report().name())
                .param("figure", finding.content().figure())
                .param("by", finding.by().value())
                .param("at", Moments.bound(finding.at()))
                .param("version", finding.version())
                .param("action", action == null ? null : action.value())
                .param("noAction", finding.noAction())
                .param("dealership", review.dealership().value())
                .param("id", finding.id().value())
                .update();
    }

    /** In the order in which they were found. */
    List<Finding> findings(WeeklyReview review) {
        return ofReview(
                        "select n.id, n.defect, n.report, n.figure, n.proposal, n.rows_path, n.written_by, n.written_at,"
                                + " n.version, n.action_id, n.no_action from review_finding n",
                        "n",
                        review)
                .query((row, number) -> {
                    UUID action = row.getObject("action_id", UUID.class);
                    return new Finding(
                            new FindingId(row.getObject("id", UUID.class)),
                            new Finding.Content(
                                    row.getString("defect"),
                                    EvidenceReport.valueOf(row.getString("report")),
                                    row.getString("figure")),
                            row.getString("proposal"),
                            row.getString("rows_path"),
                            by(row),
                            Moments.read(row, "written_at"),
                            row.getInt("version"),
                            action == null ? null : new ActionId(action),
                            row.getString("no_action"));
                })
                .list();
    }

    void add(WeeklyReview review, Decision decision) {
        jdbc.sql("""
                        insert into review_decision (dealership_id, id, review_id, words, written_by, written_at, version)
                        values (:dealership, :id, :review, :words, :by, :at, :version)
                        """)
                .param("dealership", review.dealership().value())
                .param("id", decision.id().value())
                .param("review", review.id().value())
                .param("words", decision.words())
                .param("by", decision.by().value())
                .param("at", Moments.bound(decision.at()))
                .param("version", decision.version())
                .update();
    }

    void update(WeeklyReview review, Decision decision) {
        jdbc.sql("""
                        update review_decision
                           set words = :words, written_by = :by, written_at = :at, version = :version
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("words", decision.words())
                .param("by", decision.by().value())
                .param("at", Moments.bound(decision.at()))
                .param("version", decision.version())
                .param("dealership", review.dealership().value())
                .param("id", decision.id().value())
                .update();
    }

    /** In the order in which they were decided. */
    List<Decision> decisions(WeeklyReview review) {
        return ofReview(
                        "select n.id, n.words, n.written_by, n.written_at, n.version from review_decision n",
                        "n",
                        review)
                .query((row, number) -> new Decision(
                        new DecisionId(row.getObject("id", UUID.class)),
                        row.getString("words"),
                        by(row),
                        Moments.read(row, "written_at"),
                        row.getInt("version")))
                .list();
    }

    void remove(WeeklyReview review, FindingId finding) {
        remove(review, "review_finding", finding);
    }

    void remove(WeeklyReview review, DecisionId decision) {
        remove(review, "review_decision", decision);
    }

    private void remove(WeeklyReview review, String table, TypedId id) {
        jdbc.sql("""
                        delete from %s
                         where dealership_id = :dealership
                           and review_id = :review
                           and id = :id
                        """.formatted(table))
                .param("dealership", review.dealership().value())
                .param("review", review.id().value())
                .param("id", id.value())
                .update();
    }

    private JdbcClient.StatementSpec ofReview(String select, String alias, WeeklyReview review) {
        String order = select.contains(alias + ".id") ? alias + ".id" : alias + ".point";
        return jdbc.sql("""
                        %s
                         where %s.dealership_id = :dealership
                           and %s.review_id = :review
                         order by %s
                        """.formatted(select, alias, alias, order))
                .param("dealership", review.dealership().value())
                .param("review", review.id().value());
    }

    private static StaffId by(ResultSet row) throws SQLException {
        return new StaffId(row.getObject("written_by", UUID.class));
    }

    /** In the review of which week each action was agreed on; those agreed on elsewhere are left out. */
    Map<ActionId, ReviewWeek> weeksOfActions(DealershipId dealership) {
        Map<ActionId, ReviewWeek> weeks = new HashMap<>();
        jdbc.sql("""
                        select f.action_id, w.week_start
                          from review_finding f
                          join weekly_review w on w.dealership_id = f.dealership_id and w.id = f.review_id
                         where f.dealership_id = :dealership
                           and f.action_id is not null
                        """).param("dealership", dealership.value()).query(row -> {
            weeks.put(
                    new ActionId(row.getObject("action_id", UUID.class)),
                    new ReviewWeek(row.getObject("week_start", LocalDate.class)));
        });
        return weeks;
    }
}
