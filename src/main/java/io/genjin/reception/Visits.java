package io.genjin.reception;

import io.genjin.appointment.AppointmentId;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores visits and reads them back. */
@Repository
class Visits {

    private static final String SELECT = """
            select v.id, v.day, v.kind, v.arrived_at, v.left_at, v.people, v.transport, v.purpose, v.nature,
                   v.customer_name, v.mobile_sealed, v.requested_id, v.consultant_id, v.given, v.prospect_id,
                   v.opened, v.appointment_id, v.not_filed_reason, v.course, v.model, v.colour, v.competitor,
                   v.manager_at, v.follows, v.closed_at, v.closed_by, v.registered_by
              from visit v
             where v.dealership_id = :dealership
            """;

    private final JdbcClient jdbc;

    Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param hash the number's fingerprint, by which a card opened later finds the visit */
    void add(Visit visit, byte @Nullable [] hash) {
        bound(jdbc.sql("""
                        insert into visit (dealership_id, id, day, kind, arrived_at, left_at, people, transport,
                                           purpose, nature, customer_name, mobile_sealed, requested_id, consultant_id,
                                           given, prospect_id, opened, appointment_id, not_filed_reason, course,
                                           model, colour, competitor, manager_at, follows, closed_at, closed_by,
                                           registered_by, mobile_hash)
                        values (:dealership, :id, :day, :kind, :arrivedAt, :leftAt, :people, :transport, :purpose,
                                :nature, :customerName, :mobileSealed, :requested, :consultant, :given, :prospect,
                                :opened, :appointment, :notFiledReason, :course, :model, :colour, :competitor,
                                :managerAt, :follows, :closedAt, :closedBy, :registeredBy, :hash)
                        """), visit)
                .param("day", visit.day())
                .param("arrivedAt", Moments.bound(visit.arrivedAt()))
                .param("people", visit.people())
                .param("transport", code(visit.transport()))
                .param("purpose", visit.purpose().name())
                .param("requested", value(visit.requested()))
                .param("consultant", value(visit.consultant()))
                .param("given", code(visit.given()))
                .param("registeredBy", visit.registeredBy().value())
                .param("hash", hash)
                .update();
    }

    /** Stores a change of one that is held. */
    void store(Visit visit) {
        bound(jdbc.sql("""
                        update visit
                           set kind = :kind,
                               left_at = :leftAt,
                               nature = :nature,
                               customer_name = :customerName,
                               mobile_sealed = :mobileSealed,
                               prospect_id = :prospect,
                               opened = :opened,
                               appointment_id = :appointment,
                               not_filed_reason = :notFiledReason,
                               course = :course,
                               model = :model,
                               colour = :colour,
                               competitor = :competitor,
                               manager_at = :managerAt,
                               follows = :follows,
                               closed_at = :closedAt,
                               closed_by = :closedBy,
                               mobile_hash = case when :mobileSealed::bytea is null then null else mobile_hash end
                         where dealership_id = :dealership
                           and id = :id
                        """), visit).update();
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Visit visit) {
        return statement
                .param("dealership", visit.dealership().value())
                .param("id", visit.id().value())
                .param("kind", visit.kind().name())
                .param("leftAt", Moments.boundOrNull(visit.leftAt()))
                .param("nature", visit.nature().name())
                .param("customerName", visit.customerName())
                .param("mobileSealed", visit.mobileSealed())
                .param("prospect", value(visit.prospect()))
                .param("opened", visit.isOpened())
                .param("appointment", value(visit.appointment()))
                .param("notFiledReason", code(visit.notFiledReason()))
                .param("course", visit.course())
                .param("model", visit.model())
                .param("colour", visit.colour())
                .param("competitor", visit.competitor())
                .param("managerAt", Moments.boundOrNull(visit.managerAt()))
                .param("follows", code(visit.follows()))
                .param("closedAt", Moments.boundOrNull(visit.closedAt()))
                .param("closedBy", value(visit.closedBy()));
    }

    Optional<Visit> find(DealershipId dealership, VisitId id) {
        return one(dealership, id, "");
    }

    /** Reads one to be changed, holding it until the transaction ends. */
    Optional<Visit> hold(DealershipId dealership, VisitId id) {
        return one(dealership, id, " for update");
    }

    private Optional<Visit> one(DealershipId dealership, VisitId id, String holding) {
        return jdbc.sql(SELECT + " and v.id = :id" + holding)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row, dealership))
                .optional();
    }

    /** The parties of a day in the order of their arrival. */
    List<Visit> of(DealershipId dealership, LocalDate day) {
        return jdbc.sql(SELECT + " and v.day = :day order by v.arrived_at, v.id")
                .param("dealership", dealership.value())
                .param("day", day)
                .query((row, number) -> read(row, dealership))
                .list();
    }

    /** Visits of which nobody said yet what follows, those of earlier days too, the earliest first. */
    List<Visit> open(DealershipId dealership, int most) {
        return jdbc.sql(SELECT + " and v.closed_at is null order by v.arrived_at, v.id limit :most")
                .param("dealership", dealership.value())
                .param("most", most)
                .query((row, number) -> read(row, dealership))
                .list();
    }

    /** Visits of one customer, the newest first. */
    List<Visit> of(DealershipId dealership, List<ProspectId> cases) {
        return jdbc.sql(SELECT + " and v.prospect_id in (:cases) order by v.arrived_at desc, v.id desc")
                .param("dealership", dealership.value())
                .param("cases", cases.stream().map(ProspectId::value).toList())
                .query((row, number) -> read(row, dealership))
                .list();
    }

    /** The open visits with this number that no card has yet. */
    List<VisitId> waitingFor(DealershipId dealership, byte[] hash) {
        return jdbc.sql("""
                        select id
                          from visit
                         where dealership_id = :dealership
                           and mobile_hash = :hash
                           and closed_at is null
                           and prospect_id is null
                         order by id
                        """)
                .param("dealership", dealership.value())
                .param("hash", hash)
                .query((row, number) -> new VisitId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Open visits of which nobody was reminded, of days up to {@code day}. */
    List<VisitId> unreminded(DealershipId dealership, LocalDate day, int most) {
        return jdbc.sql("""
                        select id
                          from visit
                         where dealership_id = :dealership
                           and closed_at is null
                           and reminded_at is null
                           and day <= :day
                         order by id
                         limit :most
                        """)
                .param("dealership", dealership.value())
                .param("day", day)
                .param("most", most)
                .query((row, number) -> new VisitId(row.getObject("id", UUID.class)))
                .list();
    }

    /** @return whether nobody was reminded of it before */
    boolean remind(DealershipId dealership, VisitId id, Instant at) {
        return jdbc.sql("""
                        update visit
                           set reminded_at = :at
                         where dealership_id = :dealership
                           and id = :id
                           and closed_at is null
                           and reminded_at is null
                        """)
                        .param("dealership", dealership.value())
                        .param("id", id.value())
                        .param("at", Moments.bound(at))
                        .update()
                == 1;
    }

    /** Who had a turn on {@code day}, earliest first. */
    List<StaffId> turns(DealershipId dealership, LocalDate day) {
        return jdbc.sql("""
                        select consultant_id
                          from visit
                         where dealership_id = :dealership
                           and day = :day
                           and given = 'ROTATION'
                         order by arrived_at, id
                        """)
                .param("dealership", dealership.value())
                .param("day", day)
                .query((row, number) -> new StaffId(row.getObject("consultant_id", UUID.class)))
                .list();
    }

    /** Who had turns in the days before {@code day}, who had the latest one last. */
    List<StaffId> lastTurns(DealershipId dealership, LocalDate from, LocalDate day) {
        return jdbc.sql("""
                        select consultant_id, max(arrived_at) as latest
                          from visit
                         where dealership_id = :dealership
                           and day >= :from
                           and day < :day
                           and given = 'ROTATION'
                         group by consultant_id
                         order by latest, consultant_id
                        """)
                .param("dealership", dealership.value())
                .param("from", from)
                .param("day", day)
                .query((row, number) -> new StaffId(row.getObject("consultant_id", UUID.class)))
                .list();
    }

    private static Visit read(ResultSet row, DealershipId dealership) throws SQLException {
        return new Visit(new Visit.State(
                new VisitId(row.getObject("id", UUID.class)),
                dealership,
                row.getObject("day", LocalDate.class),
                VisitKind.valueOf(row.getString("kind")),
                Moments.read(row, "arrived_at"),
                Moments.readOrNull(row, "left_at"),
                row.getInt("people"),
                code(Transport.class, row.getString("transport")),
                VisitPurpose.valueOf(row.getString("purpose")),
                VisitNature.valueOf(row.getString("nature")),
                row.getString("customer_name"),
                row.getBytes("mobile_sealed"),
                id(row, "requested_id", StaffId::new),
                id(row, "consultant_id", StaffId::new),
                code(Given.class, row.getString("given")),
                id(row, "prospect_id", ProspectId::new),
                row.getBoolean("opened"),
                id(row, "appointment_id", AppointmentId::new),
                code(NotFiledReason.class, row.getString("not_filed_reason")),
                row.getString("course"),
                row.getString("model"),
                row.getString("colour"),
                row.getString("competitor"),
                Moments.readOrNull(row, "manager_at"),
                code(Follows.class, row.getString("follows")),
                Moments.readOrNull(row, "closed_at"),
                id(row, "closed_by", StaffId::new),
                new StaffId(row.getObject("registered_by", UUID.class))));
    }

    private static <I> @Nullable I id(ResultSet row, String column, Function<UUID, I> named) throws SQLException {
        UUID value = row.getObject(column, UUID.class);
        return value == null ? null : named.apply(value);
    }

    private static <E extends Enum<E>> @Nullable E code(Class<E> type, @Nullable String stored) {
        return stored == null ? null : Enum.valueOf(type, stored);
    }

    private static @Nullable String code(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }

    private static @Nullable UUID value(@Nullable TypedId id) {
        return id == null ? null : id.value();
    }
}
