package io.genjin.duplicate;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.Conditions;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores pairs that may be one customer; each pair once, whichever of them is looked at first. */
@Repository
class Candidates {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;

    Candidates(JdbcClient jdbc, NamedParameterJdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** A pair as it was found; {@code first} is the smaller identity. */
    record Found(
            UUID first, UUID second, Match match, @Nullable UUID causedBy) {}

    /** Stores what was found; what a manager dismissed stays dismissed. */
    void found(DealershipId dealership, List<Found> pairs, Instant now) {
        SqlParameterSource[] rows = pairs.stream()
                .map(pair -> new MapSqlParameterSource("dealership", dealership.value())
                        .addValue("id", TypedId.newValue())
                        .addValue("first", pair.first())
                        .addValue("second", pair.second())
                        .addValue("reasons", codes(pair.match().reasons()))
                        .addValue("strength", pair.match().strength())
                        .addValue("causedBy", pair.causedBy())
                        .addValue("now", Moments.bound(now)))
                .toArray(SqlParameterSource[]::new);
        if (rows.length == 0) {
            return;
        }
        template.batchUpdate("""
                insert into duplicate_candidate (dealership_id, id, first_id, second_id, reasons, strength, status, caused_by,
                                                 found_at, seen_at)
                values (:dealership, :id, :first, :second, :reasons, :strength, 'OPEN', :causedBy, :now, :now)
                    on conflict (dealership_id, first_id, second_id)
                       do update set reasons = excluded.reasons, strength = excluded.strength, status = excluded.status,
                                     seen_at = excluded.seen_at
                           where duplicate_candidate.status <> 'DISMISSED'
                """, rows);
    }

    /** Closes open pairs that were not found again since {@code start}. */
    int gone(DealershipId dealership, Instant start) {
        return jdbc.sql("""
                        update duplicate_candidate
                           set status = 'GONE'
                         where dealership_id = :dealership
                           and status = 'OPEN'
                           and seen_at < :start
                        """)
                .param("dealership", dealership.value())
                .param("start", Moments.bound(start))
                .update();
    }

    Optional<Candidate> find(DealershipId dealership, CandidateId id, boolean toChange) {
        return jdbc.sql("""
                        select *
                          from duplicate_candidate
                         where dealership_id = :dealership
                           and id = :id
                         %s
                        """.formatted(toChange ? "for update" : ""))
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    List<Candidate> list(Conditions where, String order, int rows) {
        return jdbc.sql("""
                        select *
                          from duplicate_candidate
                         where %s
                         order by %s
                         limit :rows
                        """.formatted(where.sql(), order))
                .params(where.params())
                .param("rows", rows)
                .query((row, number) -> read(row))
                .list();
    }

    void dismiss(DealershipId dealership, CandidateId id, String reason, StaffId by, Instant now) {
        jdbc.sql("""
                        update duplicate_candidate
                           set status = 'DISMISSED', decision = :reason, decided_by = :by, decided_at = :now
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("reason", reason)
                .param("by", by.value())
                .param("now", Moments.bound(now))
                .update();
    }

    void propose(DealershipId dealership, CandidateId id, ProspectId survivor, StaffId by, Instant now) {
        jdbc.sql("""
                        update duplicate_candidate
                           set proposed_survivor = :survivor, proposed_by = :by, proposed_at = :now
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("survivor", survivor.value())
                .param("by", by.value())
                .param("now", Moments.bound(now))
                .update();
    }

    /** The pair is one case now; other pairs of the absorbed one have no object any more. */
    void merged(DealershipId dealership, ProspectId survivor, ProspectId absorbed, StaffId by, Instant now) {
        jdbc.sql("""
                        update duplicate_candidate
                           set status = 'GONE'
                         where dealership_id = :dealership
                           and status = 'OPEN'
                           and (first_id = :absorbed or second_id = :absorbed)
                        """)
                .param("dealership", dealership.value())
                .param("absorbed", absorbed.value())
                .update();
        jdbc.sql("""
                        update duplicate_candidate
                           set status = 'MERGED', decided_by = :by, decided_at = :now, decision = null
                         where dealership_id = :dealership
                           and (first_id = :survivor and second_id = :absorbed or first_id = :absorbed and second_id = :survivor)
                        """)
                .param("dealership", dealership.value())
                .param("survivor", survivor.value())
                .param("absorbed", absorbed.value())
                .param("by", by.value())
                .param("now", Moments.bound(now))
                .update();
    }

    /** The merge is undone: the pair waits for a decision again. */
    void parted(DealershipId dealership, ProspectId survivor, ProspectId absorbed) {
        jdbc.sql("""
                        update duplicate_candidate
                           set status = 'OPEN', decided_by = null, decided_at = null
                         where dealership_id = :dealership
                           and status = 'MERGED'
                           and (first_id = :survivor and second_id = :absorbed or first_id = :absorbed and second_id = :survivor)
                        """)
                .param("dealership", dealership.value())
                .param("survivor", survivor.value())
                .param("absorbed", absorbed.value())
                .update();
    }

    private static Candidate read(ResultSet row) throws SQLException {
        UUID proposedBy = row.getObject("proposed_by", UUID.class);
        UUID causedBy = row.getObject("caused_by", UUID.class);
        UUID decidedBy = row.getObject("decided_by", UUID.class);
        return new Candidate(
                new CandidateId(row.getObject("id", UUID.class)),
                new ProspectId(row.getObject("first_id", UUID.class)),
                new ProspectId(row.getObject("second_id", UUID.class)),
                Arrays.stream(row.getString("reasons").split(","))
                        .map(MatchReason::valueOf)
                        .toList(),
                row.getInt("strength"),
                Candidate.Status.valueOf(row.getString("status")),
                causedBy == null ? null : new StaffId(causedBy),
                Moments.read(row, "found_at"),
                proposedBy == null
                        ? null
                        : new Candidate.Proposal(
                                new StaffId(proposedBy),
                                Moments.read(row, "proposed_at"),
                                new ProspectId(row.getObject("proposed_survivor", UUID.class))),
                decidedBy == null ? null : new StaffId(decidedBy),
                Moments.readOrNull(row, "decided_at"),
                row.getString("decision"));
    }

    private static String codes(Set<MatchReason> reasons) {
        return reasons.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }
}
