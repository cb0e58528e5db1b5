package io.genjin.defeat;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.Conditions;
import io.genjin.shared.Cursor;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Page;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores applications to give customers up. */
@Repository
class Defeats {

    private static final String COLUMNS = """
            d.dealership_id, d.id, d.prospect_id, d.applied_by, d.applied_at, d.owner_then, d.grade_then, d.outcome, d.reasons,
                   d.competitor_brand, d.competitor_model, d.competitor_price, d.competitor_dealer, d.stage_reached,
                   d.could_save, d.rescue_action, d.status, d.verifier_id, d.verify_sent_at, d.verify_finding,
                   d.verify_comment, d.verified_at, d.decided_by, d.decided_at, d.decision_comment, d.version""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;

    Defeats(JdbcClient jdbc, NamedParameterJdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void add(Defeat defeat) {
        template.update("""
                insert into defeat (dealership_id, id, prospect_id, applied_by, applied_at, owner_then, grade_then, outcome, reasons,
                                    competitor_brand, competitor_model, competitor_price, competitor_dealer, stage_reached,
                                    could_save, rescue_action, status, version)
                values (:dealership, :id, :prospect, :appliedBy, :appliedAt, :ownerThen, :gradeThen, :outcome, :reasons,
                        :brand, :model, :price, :dealer, :stage, :couldSave, :rescue, :status, 1)
                """, row(defeat));
    }

    void update(Defeat defeat) {
        int written = template.update("""
                update defeat
                   set status = :status, verifier_id = :verifier, verify_sent_at = :sentAt, verify_finding = :finding,
                       verify_comment = :verifyComment, verified_at = :foundAt, decided_by = :decidedBy,
                       decided_at = :decidedAt, decision_comment = :decisionComment, version = version + 1
                 where dealership_id = :dealership
                   and id = :id
                   and version = :version
                """, row(defeat));
        if (written == 0) {
            throw new DefeatSettled(defeat.status());
        }
    }

    private static MapSqlParameterSource row(Defeat defeat) {
        Loss loss = defeat.loss();
        Defeat.Verification verification = defeat.verification();
        Defeat.Decision decision = defeat.decision();
        return new MapSqlParameterSource("dealership", defeat.dealership().value())
                .addValue("id", defeat.id().value())
                .addValue("prospect", defeat.prospect().value())
                .addValue("appliedBy", defeat.appliedBy().value())
                .addValue("appliedAt", Moments.bound(defeat.appliedAt()))
                .addValue("ownerThen", defeat.ownerThen().value())
                .addValue("gradeThen", defeat.gradeThen().name())
                .addValue(
                        "outcome",
                        loss.outcome() == null ? null : loss.outcome().name())
                .addValue("reasons", Reviews.codes(loss.reasons()))
                .addValue("brand", loss.competitorBrand())
                .addValue("model", loss.competitorModel())
                .addValue("price", loss.competitorPrice())
                .addValue("dealer", loss.competitorDealer())
                .addValue(
                        "stage",
                        loss.stageReached() == null ? null : loss.stageReached().name())
                .addValue("couldSave", loss.couldSave())
                .addValue("rescue", loss.rescueAction())
                .addValue("status", defeat.status().name())
                .addValue(
                        "verifier",
                        verification == null ? null : verification.verifier().value())
                .addValue("sentAt", verification == null ? null : Moments.bound(verification.sentAt()))
                .addValue(
                        "finding",
                        verification == null || verification.finding() == null
                                ? null
                                : verification.finding().name())
                .addValue("verifyComment", verification == null ? null : verification.comment())
                .addValue("foundAt", verification == null ? null : Moments.boundOrNull(verification.foundAt()))
                .addValue("decidedBy", decision == null ? null : decision.by().value())
                .addValue("decidedAt", decision == null ? null : Moments.bound(decision.at()))
                .addValue("decisionComment", decision == null ? null : decision.comment())
                .addValue("version", defeat.version());
    }

    Defeat get(DealershipId dealership, DefeatId id) {
        return find(
                        Conditions.in(dealership, "d.dealership_id")
                                .and("d.id = :id")
                                .with("id", id),
                        "")
                .orElseThrow(() -> new NothingHere(id));
    }

    /** Reads it to be changed, holding it until the transaction ends; its prospect is held before. */
    Defeat getForUpdate(DealershipId dealership, DefeatId id) {
        return find(
                        Conditions.in(dealership, "d.dealership_id")
                                .and("d.id = :id")
                                .with("id", id),
                        "for update")
                .orElseThrow(() -> new NothingHere(id));
    }

    /** The application about a prospect that nobody has decided. */
    Optional<Defeat> openOf(DealershipId dealership, ProspectId prospect) {
        return find(
                Conditions.in(dealership, "d.dealership_id")
                        .and("d.prospect_id = :prospect")
                        .with("prospect", prospect)
                        .and("d.status in ('PENDING', 'TO_VERIFY')"),
                "for update");
    }

    private Optional<Defeat> find(Conditions where, String lock) {
        return jdbc.sql("select %s from defeat d where %s %s".formatted(COLUMNS, where.sql(), lock))
                .params(where.params())
                .query((row, number) -> read(row))
                .optional();
    }

    /** All applications about a prospect, newest first. */
    List<Defeat> of(DealershipId dealership, ProspectId prospect) {
        return jdbc.sql("""
                        select %s
                          from defeat d
                         where d.dealership_id = :dealership
                           and d.prospect_id = :prospect
                         order by d.applied_at desc, d.id desc
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("prospect", prospect.value())
                .query((row, number) -> read(row))
                .list();
    }

    /**
     * Those at one of {@code statuses}, the oldest open or the newest settled first.
     *
     * @param owners   only of customers who were theirs; nobody named asks for all
     * @param verifier only those that wait for this person's call
     */
    Page<Defeat> list(
            DealershipId dealership,
            Collection<DefeatStatus> statuses,
            Collection<StaffId> owners,
            @Nullable StaffId verifier,
            int limit,
            @Nullable String cursor) {
        boolean open = statuses.stream().allMatch(DefeatStatus::isOpen);
        Cursor after = Cursor.read(cursor, 2);
        Conditions where = Conditions.in(dealership, "d.dealership_id")
                .given("statuses", statuses, "d.status in (:statuses)")
                .given("owners", owners, "d.owner_then in (:owners)")
                .given("verifier", verifier, "d.verifier_id = :verifier");
        if (after != null) {
            where.and("(d.applied_at, d.id) " + (open ? ">" : "<") + " (:appliedAt, :id)")
                    .with("appliedAt", Cursor.instant(after.values().get(0)))
                    .with("id", Cursor.uuid(after.values().get(1)));
        }
        List<Defeat> rows = jdbc.sql("""
                        select %s
                          from defeat d
                         where %s
                         order by d.applied_at %s, d.id %s
                         limit :rows
                        """.formatted(COLUMNS, where.sql(), open ? "" : "desc", open ? "" : "desc"))
                .params(where.params())
                .param("rows", limit + 1)
                .query((row, number) -> read(row))
                .list();
        return Page.of(
                rows, limit, last -> Cursor.of(last.appliedAt(), last.id().value()));
    }

    private static Defeat read(ResultSet row) throws SQLException {
        UUID verifier = row.getObject("verifier_id", UUID.class);
        UUID decidedBy = row.getObject("decided_by", UUID.class);
        String finding = row.getString("verify_finding");
        return new Defeat(
                new DefeatId(row.getObject("id", UUID.class)),
                new DealershipId(row.getInt("dealership_id")),
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                new StaffId(row.getObject("applied_by", UUID.class)),
                Moments.read(row, "applied_at"),
                new StaffId(row.getObject("owner_then", UUID.class)),
                Grade.valueOf(row.getString("grade_then")),
                new Loss(
                        DefeatOutcome.valueOf(row.getString("outcome")),
                        Reviews.reasons(row.getString("reasons")),
                        row.getString("competitor_brand"),
                        row.getString("competitor_model"),
                        row.getBigDecimal("competitor_price"),
                        row.getString("competitor_dealer"),
                        StageReached.valueOf(row.getString("stage_reached")),
                        row.getBoolean("could_save"),
                        row.getString("rescue_action")),
                DefeatStatus.valueOf(row.getString("status")),
                verifier == null
                        ? null
                        : new Defeat.Verification(
                                new StaffId(verifier),
                                Moments.read(row, "verify_sent_at"),
                                finding == null ? null : Defeat.Finding.valueOf(finding),
                                row.getString("verify_comment"),
                                Moments.readOrNull(row, "verified_at")),
                decidedBy == null
                        ? null
                        : new Defeat.Decision(
                                new StaffId(decidedBy),
                                Moments.read(row, "decided_at"),
                                row.getString("decision_comment")),
                row.getInt("version"));
    }
}
