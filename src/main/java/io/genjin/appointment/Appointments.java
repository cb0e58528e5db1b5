package io.genjin.appointment;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores appointments and reads them back. */
@Repository
class Appointments {

    static final String COLUMNS = """
            a.id, a.prospect_id, a.kind, a.appointed_at, a.with_id, a.note, a.invited_in, a.made_by, a.made_at, a.moves, a.status,
                   a.settled_at, a.reason""";

    private final JdbcClient jdbc;

    Appointments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Appointment one) {
        jdbc.sql("""
                        insert into appointment (dealership_id, id, prospect_id, kind, appointed_at, with_id, note, invited_in, made_by,
                                                 made_at, moves, status)
                        values (:dealership, :id, :prospect, :kind, :at, :with, :note, :invitedIn, :madeBy, :madeAt, 0, :status)
                        """)
                .param("dealership", one.dealership().value())
                .param("id", one.id().value())
                .param("prospect", one.prospect().value())
                .param("kind", one.kind().name())
                .param("at", Moments.bound(one.at()))
                .param("with", one.with() == null ? null : one.with().value())
                .param("note", one.note())
                .param("invitedIn", one.invitedIn())
                .param("madeBy", one.madeBy().value())
                .param("madeAt", Moments.bound(one.madeAt()))
                .param("status", one.status().name())
                .update();
    }

    /** Stores a change of one that is held. */
    void store(Appointment one) {
        jdbc.sql("""
                        update appointment
                           set appointed_at = :at,
                               moves = :moves,
                               status = :status,
                               settled_at = :settledAt,
                               reason = :reason
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", one.dealership().value())
                .param("id", one.id().value())
                .param("at", Moments.bound(one.at()))
                .param("moves", one.moves())
                .param("status", one.status().name())
                .param("settledAt", Moments.boundOrNull(one.settledAt()))
                .param("reason", one.reason())
                .update();
    }

    Optional<Appointment> find(DealershipId dealership, AppointmentId id) {
        return one(dealership, id, "");
    }

    /** Reads one to be changed, holding it until the transaction ends. */
    Optional<Appointment> hold(DealershipId dealership, AppointmentId id) {
        return one(dealership, id, " for update");
    }

    private Optional<Appointment> one(DealershipId dealership, AppointmentId id, String holding) {
        return jdbc.sql("select " + COLUMNS
                        + " from appointment a where a.dealership_id = :dealership and a.id = :id"
                        + holding)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row, dealership))
                .optional();
    }

    /** Those of a customer's cases, the newest time first. */
    List<Appointment> of(DealershipId dealership, Collection<ProspectId> cases) {
        return jdbc.sql("""
                        select %s
                          from appointment a
                         where a.dealership_id = :dealership
                           and a.prospect_id in (:cases)
                         order by a.appointed_at desc, a.id desc
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("cases", cases.stream().map(ProspectId::value).toList())
                .query((row, number) -> read(row, dealership))
                .list();
    }

    /** Those still to come though their time was before {@code until}. */
    List<AppointmentId> openBefore(DealershipId dealership, Instant until, int most) {
        return jdbc.sql("""
                        select id
                          from appointment
                         where dealership_id = :dealership
                           and status in ('MADE', 'MOVED')
                           and appointed_at < :until
                         order by appointed_at, id
                         limit :most
                        """)
                .param("dealership", dealership.value())
                .param("until", Moments.bound(until))
                .param("most", most)
                .query((row, number) -> new AppointmentId(row.getObject("id", UUID.class)))
                .list();
    }

    static Appointment read(ResultSet row, DealershipId dealership) throws SQLException {
        UUID with = row.getObject("with_id", UUID.class);
        return new Appointment(new Appointment.State(
                new AppointmentId(row.getObject("id", UUID.class)),
                dealership,
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                AppointmentKind.valueOf(row.getString("kind")),
                Moments.read(row, "appointed_at"),
                with == null ? null : new StaffId(with),
                row.getString("note"),
                row.getObject("invited_in", UUID.class),
                new StaffId(row.getObject("made_by", UUID.class)),
                Moments.read(row, "made_at"),
                row.getInt("moves"),
                AppointmentStatus.valueOf(row.getString("status")),
                Moments.readOrNull(row, "settled_at"),
                row.getString("reason")));
    }
}
