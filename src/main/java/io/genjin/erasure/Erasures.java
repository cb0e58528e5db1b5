package io.genjin.erasure;

import io.genjin.prospect.ProspectId;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores wishes that customers be erased, and what became of them. */
@Repository
class Erasures {

    private final JdbcClient jdbc;

    Erasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Erasure one) {
        try {
            jdbc.sql("""
                            insert into erasure (dealership_id, id, prospect_id, reason, asked_by, asked_at, due_on, status, done_at,
                                                 cases, row_count)
                            values (:dealership, :id, :prospect, :reason, :by, :at, :due, :status, :doneAt, :cases, :rows)
                            """)
                    .param("dealership", one.dealership().value())
                    .param("id", one.id().value())
                    .param("prospect", one.prospect().value())
                    .param("reason", one.reason().name())
                    .param("by", one.askedBy() == null ? null : one.askedBy().value())
                    .param("at", Moments.bound(one.askedAt()))
                    .param("due", one.dueOn())
                    .param("status", one.status().name())
                    .param("doneAt", Moments.boundOrNull(one.doneAt()))
                    .param("cases", one.cases())
                    .param("rows", one.rows())
                    .update();
        } catch (DuplicateKeyException twice) {
            throw new ErasureAsked();
        }
    }

    /** Writes down a decision; nothing when somebody else decided meanwhile. */
    boolean decide(Erasure one) {
        return jdbc.sql("""
                                update erasure
                                   set status = :status, declined_for = :declined, decided_by = :by, decided_at = :at
                                 where dealership_id = :dealership
                                   and id = :id
                                   and status = 'ASKED'
                                """)
                        .param("dealership", one.dealership().value())
                        .param("id", one.id().value())
                        .param("status", one.status().name())
                        .param(
                                "declined",
                                one.declinedFor() == null
                                        ? null
                                        : one.declinedFor().name())
                        .param(
                                "by",
                                one.decidedBy() == null ? null : one.decidedBy().value())
                        .param("at", Moments.boundOrNull(one.decidedAt()))
                        .update()
                == 1;
    }

    boolean done(Erasure one, int cases, int rows, Instant at) {
        return jdbc.sql("""
                                update erasure
                                   set status = 'DONE', done_at = :at, cases = :cases, row_count = :rows
                                 where dealership_id = :dealership
                                   and id = :id
                                   and status = 'CONFIRMED'
                                """)
                        .param("dealership", one.dealership().value())
                        .param("id", one.id().value())
                        .param("at", Moments.bound(at))
                        .param("cases", cases)
                        .param("rows", rows)
                        .update()
                == 1;
    }

    Erasure get(DealershipId dealership, ErasureId id) {
        return find(dealership, id).orElseThrow(() -> new NothingHere(id));
    }

    Optional<Erasure> find(DealershipId dealership, ErasureId id) {
        return jdbc.sql("select * from erasure where dealership_id = :dealership and id = :id")
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** What was asked about these cases, newest first. */
    List<Erasure> of(DealershipId dealership, List<UUID> cases) {
        return jdbc.sql("""
                        select *
                          from erasure
                         where dealership_id = :dealership
                           and prospect_id in (:cases)
                         order by asked_at desc, id desc
                        """)
                .param("dealership", dealership.value())
                .param("cases", cases)
                .query((row, number) -> read(row))
                .list();
    }

    List<Erasure> confirmed(DealershipId dealership) {
        return jdbc.sql("""
                        select *
                          from erasure
                         where dealership_id = :dealership
                           and status = 'CONFIRMED'
                         order by decided_at, id
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> read(row))
                .list();
    }

    /** All of them, newest first. */
    Page<Erasure> page(DealershipId dealership, int limit, @Nullable String cursor) {
        Cursor after = Cursor.read(cursor, 2);
        List<Erasure> rows = jdbc.sql("""
                        select *
                          from erasure
                         where dealership_id = :dealership
                           and (cast(:at as timestamptz) is null or (asked_at, id) < (cast(:at as timestamptz), cast(:id as uuid)))
                         order by asked_at desc, id desc
                         limit :rows
                        """)
                .param("dealership", dealership.value())
                .param(
                        "at",
                        after == null
                                ? null
                                : Moments.bound(Cursor.instant(after.values().get(0))))
                .param("id", after == null ? null : Cursor.uuid(after.values().get(1)))
                .param("rows", limit + 1)
                .query((row, number) -> read(row))
                .list();
        return Page.of(rows, limit, last -> Cursor.of(last.askedAt(), last.id()));
    }

    private static Erasure read(ResultSet row) throws SQLException {
        UUID askedBy = row.getObject("asked_by", UUID.class);
        UUID decidedBy = row.getObject("decided_by", UUID.class);
        String declined = row.getString("declined_for");
        return new Erasure(
                new DealershipId(row.getInt("dealership_id")),
                new ErasureId(row.getObject("id", UUID.class)),
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                Erasure.Reason.valueOf(row.getString("reason")),
                askedBy == null ? null : new StaffId(askedBy),
                Moments.read(row, "asked_at"),
                row.getObject("due_on", LocalDate.class),
                Erasure.Status.valueOf(row.getString("status")),
                declined == null ? null : Erasure.Declined.valueOf(declined),
                decidedBy == null ? null : new StaffId(decidedBy),
                Moments.readOrNull(row, "decided_at"),
                Moments.readOrNull(row, "done_at"),
                row.getInt("cases"),
                row.getInt("row_count"));
    }
}
