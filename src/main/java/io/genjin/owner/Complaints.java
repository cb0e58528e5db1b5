package io.genjin.owner;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores complaints and every step towards their end. */
@Repository
class Complaints {

    private static final String COLUMNS = """
            c.id, c.owner_id, c.prospect_id, c.callback_id, c.complaint, c.opened_by, c.opened_at, c.responsible_id, c.due_date,
                   c.status, c.rounds, c.answer, c.answered_by, c.answered_at, c.escalated_at, c.closed_how, c.closed_by,
                   c.closed_at, c.close_reason, c.version""";

    private final JdbcClient jdbc;

    Complaints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(DealershipId dealership, Complaint complaint) {
        jdbc.sql("""
                        insert into complaint (dealership_id, id, owner_id, prospect_id, callback_id, complaint, opened_by, opened_at,
                                               responsible_id, due_date, status, rounds, version)
                        values (:dealership, :id, :owner, :prospect, :callback, :text, :by, :at, :responsible, :due, :status, 0, 0)
                        """)
                .param("dealership", dealership.value())
                .param("id", complaint.id())
                .param("owner", complaint.owner().value())
                .param("prospect", complaint.prospect().value())
                .param("callback", complaint.callback())
                .param("text", complaint.text())
                .param("by", complaint.openedBy().value())
                .param("at", Moments.bound(complaint.openedAt()))
                .param("responsible", complaint.responsible().value())
                .param("due", complaint.dueDate())
                .param("status", complaint.status().name())
                .update();
    }

    void update(DealershipId dealership, Complaint complaint) {
        StaffId answeredBy = complaint.answeredBy();
        Complaint.Closing end = complaint.closing();
        jdbc.sql("""
                        update complaint
                           set responsible_id = :responsible, due_date = :due, status = :status, rounds = :rounds,
                               answer = :answer, answered_by = :answeredBy, answered_at = :answeredAt,
                               escalated_at = :escalatedAt, closed_how = :how, closed_by = :closedBy, closed_at = :closedAt,
                               close_reason = :reason, version = version + 1
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("responsible", complaint.responsible().value())
                .param("due", complaint.dueDate())
                .param("status", complaint.status().name())
                .param("rounds", complaint.rounds())
                .param("answer", complaint.answer())
                .param("answeredBy", answeredBy == null ? null : answeredBy.value())
                .param("answeredAt", Moments.boundOrNull(complaint.answeredAt()))
                .param("escalatedAt", Moments.boundOrNull(complaint.escalatedAt()))
                .param("how", end == null ? null : end.how().name())
                .param("closedBy", end == null ? null : end.by().value())
                .param("closedAt", Moments.boundOrNull(end == null ? null : end.at()))
                .param("reason", end == null ? null : end.reason())
                .param("dealership", dealership.value())
                .param("id", complaint.id())
                .update();
    }

    void step(DealershipId dealership, UUID complaint, Complaint.Step step) {
        StaffId by = step.by();
        jdbc.sql("""
                        insert into complaint_step (dealership_id, id, complaint_id, step, said, taken_by, taken_at)
                        values (:dealership, :id, :complaint, :step, :said, :by, :at)
                        """)
                .param("dealership", dealership.value())
                .param("id", TypedId.newValue())
                .param("complaint", complaint)
                .param("step", step.kind().name())
                .param("said", step.said())
                .param("by", by == null ? null : by.value())
                .param("at", Moments.bound(step.at()))
                .update();
    }

    List<Complaint.Step> steps(DealershipId dealership, UUID complaint) {
        return jdbc.sql("""
                        select step, said, taken_by, taken_at
                          from complaint_step
                         where dealership_id = :dealership
                           and complaint_id = :complaint
                         order by taken_at, id
                        """)
                .param("dealership", dealership.value())
                .param("complaint", complaint)
                .query((row, number) -> new Complaint.Step(
                        Complaint.Step.Kind.valueOf(row.getString("step")),
                        row.getString("said"),
                        staff(row.getObject("taken_by", UUID.class)),
                        Moments.read(row, "taken_at")))
                .list();
    }

    Complaint get(DealershipId dealership, UUID id) {
        return one(dealership, id, "");
    }

    Complaint getForUpdate(DealershipId dealership, UUID id) {
        return one(dealership, id, "for update");
    }

    private Complaint one(DealershipId dealership, UUID id, String lock) {
        return jdbc.sql("""
                        select %s
                          from complaint c
                         where c.dealership_id = :dealership
                           and c.id = :id
                         %s
                        """.formatted(COLUMNS, lock))
                .param("dealership", dealership.value())
                .param("id", id)
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    List<Complaint> of(DealershipId dealership, OwnerId owner) {
        return jdbc.sql("""
                        select %s
                          from complaint c
                         where c.dealership_id = :dealership
                           and c.owner_id = :owner
                         order by c.opened_at desc, c.id desc
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("owner", owner.value())
                .query((row, number) -> read(row))
                .list();
    }

    /** Those that go on, the most urgent first; or those that ended, the newest first. */
    List<Complaint> list(DealershipId dealership, boolean open, int most) {
        return jdbc.sql("""
                        select %s
                          from complaint c
                         where c.dealership_id = :dealership
                           and %s
                         order by %s
                         limit :most
                        """.formatted(
                                COLUMNS,
                                open ? "c.status <> 'CLOSED'" : "c.status = 'CLOSED'",
                                open ? "c.due_date, c.id" : "c.closed_at desc, c.id desc"))
                .param("dealership", dealership.value())
                .param("most", most)
                .query((row, number) -> read(row))
                .list();
    }

    /** Those on which nobody acted in time and of which nobody was told yet. */
    List<UUID> toEscalate(DealershipId dealership, LocalDate today, int most) {
        return jdbc.sql("""
                        select c.id
                          from complaint c
                         where c.dealership_id = :dealership
                           and c.status <> 'CLOSED'
                           and c.due_date < :today
                           and c.escalated_at is null
                         order by c.due_date, c.id
                         limit :most
                        """)
                .param("dealership", dealership.value())
                .param("today", today)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** Which of these owners have a complaint that goes on. */
    Set<OwnerId> flagged(DealershipId dealership, Collection<OwnerId> owners) {
        if (owners.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                        select distinct c.owner_id
                          from complaint c
                         where c.dealership_id = :dealership
                           and c.status <> 'CLOSED'
                           and c.owner_id in (:owners)
                        """)
                .param("dealership", dealership.value())
                .param("owners", owners.stream().map(OwnerId::value).toList())
                .query((row, number) -> new OwnerId(row.getObject("owner_id", UUID.class)))
                .list());
    }

    /** Opened and closed within these moments, for the month's summary. */
    int count(DealershipId dealership, String column, Instant from, Instant until) {
        String when = column.equals("closed_at") ? "c.closed_at" : "c.opened_at";
        return jdbc.sql("""
                        select count(*)
                          from complaint c
                         where c.dealership_id = :dealership
                           and %s between :from and :until
                        """.formatted(when))
                .param("dealership", dealership.value())
                .param("from", Moments.bound(from))
                .param("until", Moments.bound(until))
                .query(Integer.class)
                .single();
    }

    int openOf(DealershipId dealership, StaffId responsible) {
        return jdbc.sql("""
                        select count(*)
                          from complaint c
                         where c.dealership_id = :dealership
                           and c.status <> 'CLOSED'
                           and c.responsible_id = :responsible
                        """)
                .param("dealership", dealership.value())
                .param("responsible", responsible.value())
                .query(Integer.class)
                .single();
    }

    private static @Nullable StaffId staff(@Nullable UUID id) {
        return id == null ? null : new StaffId(id);
    }

    private static Complaint read(ResultSet row) throws SQLException {
        String how = row.getString("closed_how");
        return new Complaint(
                row.getObject("id", UUID.class),
                new OwnerId(row.getObject("owner_id", UUID.class)),
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                row.getObject("callback_id", UUID.class),
                row.getString("complaint"),
                new StaffId(row.getObject("opened_by", UUID.class)),
                Moments.read(row, "opened_at"),
                new StaffId(row.getObject("responsible_id", UUID.class)),
                row.getObject("due_date", LocalDate.class),
                Complaint.Status.valueOf(row.getString("status")),
                row.getInt("rounds"),
                row.getString("answer"),
                staff(row.getObject("answered_by", UUID.class)),
                Moments.readOrNull(row, "answered_at"),
                Moments.readOrNull(row, "escalated_at"),
                how == null
                        ? null
                        : new Complaint.Closing(
                                Complaint.How.valueOf(how),
                                new StaffId(row.getObject("closed_by", UUID.class)),
                                Moments.read(row, "closed_at"),
                                row.getString("close_reason")),
                row.getInt("version"));
    }
}
