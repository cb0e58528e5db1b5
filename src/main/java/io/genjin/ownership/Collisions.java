package io.genjin.ownership;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Loads and stores disputes with what was said and decided in them. */
@Repository
class Collisions {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Collisions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Opens a case; false when the same claimant's case about the customer is undecided. */
    boolean insert(Collision opened, String source) {
        return jdbc.sql("""
                                insert into ownership_conflict (dealership_id, id, prospect_id, claimant_a, claimant_b, source,
                                                                origin, evidence, opened_at, decide_by, status)
                                values (:dealership, :id, :prospect, :owner, :claimant, :source,
                                        :origin, :evidence, :openedAt, :decideBy, 'OPEN')
                                    on conflict do nothing
                                """)
                        .param("dealership", opened.dealership().value())
                        .param("id", opened.id().value())
                        .param("prospect", opened.prospect().value())
                        .param("owner", opened.owner().value())
                        .param("claimant", opened.claimant().value())
                        .param("source", source)
                        .param("origin", opened.origin().name())
                        .param("evidence", json.writeValueAsString(opened.evidence()))
                        .param("openedAt", Moments.bound(opened.openedAt()))
                        .param("decideBy", Moments.bound(opened.decideBy()))
                        .update()
                == 1;
    }

    void update(Collision changed) {
        Collision.Appeal appeal = changed.appeal();
        jdbc.sql("""
                        update ownership_conflict
                           set status = :status, appeal_until = :appealUntil, appealed_by = :appealedBy,
                               appealed_at = :appealedAt, appeal_words = :appealWords
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", changed.dealership().value())
                .param("id", changed.id().value())
                .param("status", changed.status().name())
                .param("appealUntil", Moments.boundOrNull(changed.appealUntil()))
                .param("appealedBy", appeal == null ? null : appeal.by().value())
                .param("appealedAt", appeal == null ? null : Moments.bound(appeal.at()))
                .param("appealWords", appeal == null ? null : appeal.words())
                .update();
    }

    /** The sales manager is told once that nobody decided in time. */
    void late(Collision late, Instant at) {
        jdbc.sql("""
                        update ownership_conflict
                           set late_at = :at
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", late.dealership().value())
                .param("id", late.id().value())
                .param("at", Moments.bound(at))
                .update();
    }

    void add(Collision to, Collision.Statement statement) {
        jdbc.sql("""
                        insert into collision_statement (dealership_id, id, conflict_id, staff_id, words, said_at)
                        values (:dealership, :id, :conflict, :staff, :words, :at)
                        """)
                .param("dealership", to.dealership().value())
                .param("id", TypedId.newValue())
                .param("conflict", to.id().value())
                .param("staff", statement.who().value())
                .param("words", statement.words())
                .param("at", Moments.bound(statement.at()))
                .update();
    }

    void add(Collision to, Verdict verdict) {
        jdbc.sql("""
                        insert into collision_decision (dealership_id, id, conflict_id, instance, decided_by, decided_at, owner_id,
                                                        reason, words, share_a, share_b)
                        values (:dealership, :id, :conflict, :instance, :by, :at, :owner,
                                :reason, :words, :shareA, :shareB)
                        """)
                .param("dealership", to.dealership().value())
                .param("id", TypedId.newValue())
                .param("conflict", to.id().value())
                .param("instance", verdict.instance().name())
                .param("by", verdict.by().value())
                .param("at", Moments.bound(verdict.at()))
                .param("owner", verdict.owner().value())
                .param("reason", verdict.reason().name())
                .param("words", verdict.words())
                .param("shareA", verdict.shareA())
                .param("shareB", verdict.shareB())
                .update();
    }

    Collision get(DealershipId dealership, CollisionId id) {
        return find(dealership, id, "").orElseThrow(() -> new NothingHere(id));
    }

    /** Reads a case to be changed, holding it until the transaction ends. */
    Collision getForUpdate(DealershipId dealership, CollisionId id) {
        return find(dealership, id, "for update").orElseThrow(() -> new NothingHere(id));
    }

    /** Undecided cases whose deadline has passed and of which the sales manager was not told. */
    List<CollisionId> late(DealershipId dealership, Instant now) {
        return jdbc.sql("""
                        select id
                          from ownership_conflict
                         where dealership_id = :dealership
                           and status = 'OPEN'
                           and late_at is null
                           and decide_by < :now
                         order by decide_by, id
                        """)
                .param("dealership", dealership.value())
                .param("now", Moments.bound(now))
                .query((row, number) -> new CollisionId(row.getObject("id", UUID.class)))
                .list();
    }

    private Optional<Collision> find(DealershipId dealership, CollisionId id, String lock) {
        return jdbc.sql("""
                        select id, prospect_id, claimant_a, claimant_b, origin, evidence, opened_at, decide_by, late_at, status,
                               appeal_until, appealed_by, appealed_at, appeal_words
                          from ownership_conflict
                         where dealership_id = :dealership
                           and id = :id
                         %s
                        """.formatted(lock))
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row, dealership))
                .optional()
                .map(state -> new Collision(state.with(statements(dealership, id), verdicts(dealership, id))));
    }

    private Collision.State read(ResultSet row, DealershipId dealership) throws SQLException {
        UUID appealedBy = row.getObject("appealed_by", UUID.class);
        String evidence = row.getString("evidence");
        return new Collision.State(
                new CollisionId(row.getObject("id", UUID.class)),
                dealership,
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                new StaffId(row.getObject("claimant_a", UUID.class)),
                new StaffId(row.getObject("claimant_b", UUID.class)),
                Collision.Origin.valueOf(row.getString("origin")),
                evidence == null ? null : json.readValue(evidence, CaseEvidence.class),
                Moments.read(row, "opened_at"),
                Moments.read(row, "decide_by"),
                Moments.readOrNull(row, "late_at"),
                Collision.Status.valueOf(row.getString("status")),
                Moments.readOrNull(row, "appeal_until"),
                appealedBy == null
                        ? null
                        : new Collision.Appeal(
                                new StaffId(appealedBy),
                                Moments.read(row, "appealed_at"),
                                row.getString("appeal_words")),
                List.of(),
                List.of());
    }

    private List<Collision.Statement> statements(DealershipId dealership, CollisionId id) {
        return jdbc.sql("""
                        select staff_id, words, said_at
                          from collision_statement
                         where dealership_id = :dealership
                           and conflict_id = :id
                         order by said_at, id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> new Collision.Statement(
                        new StaffId(row.getObject("staff_id", UUID.class)),
                        row.getString("words"),
                        Moments.read(row, "said_at")))
                .list();
    }

    private List<Verdict> verdicts(DealershipId dealership, CollisionId id) {
        return jdbc.sql("""
                        select instance, decided_by, decided_at, owner_id, reason, words, share_a, share_b
                          from collision_decision
                         where dealership_id = :dealership
                           and conflict_id = :id
                         order by decided_at, id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> new Verdict(
                        Verdict.Instance.valueOf(row.getString("instance")),
                        new StaffId(row.getObject("decided_by", UUID.class)),
                        Moments.read(row, "decided_at"),
                        new StaffId(row.getObject("owner_id", UUID.class)),
                        Verdict.Reason.valueOf(row.getString("reason")),
                        row.getString("words"),
                        share(row, "share_a"),
                        share(row, "share_b")))
                .list();
    }

    private static @Nullable Integer share(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
