package io.genjin.delivery;

import io.genjin.order.SalesOrderId;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Signature;
import io.genjin.shared.Vin;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stores handovers; the database lets no order have two, and no signed one be changed. */
@Repository
class Deliveries {

    private static final TypeReference<Map<Preparation, Delivery.Done>> PREPARED = new TypeReference<>() {};
    private static final String SELECT = """
            select d.id, d.order_id, d.prospect_id, d.vin, d.model, d.promised, d.scheduled_at, d.place, d.people, d.moves,
                   d.appointment_id, d.status, d.prepared, d.sheet, d.made_by, d.made_at, d.started_at, d.called_off_reason,
                   d.customer_signature, d.staff_signature, d.signed_by, d.signed_at
              from delivery d
             where d.dealership_id = :dealership
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Deliveries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(Delivery one) {
        try {
            jdbc.sql("""
                            insert into delivery (dealership_id, id, order_id, prospect_id, vin, model, promised, scheduled_at,
                                                  place, people, moves, appointment_id, status, prepared, sheet, made_by, made_at)
                            values (:dealership, :id, :order, :prospect, :vin, :model, :promised, :scheduledAt,
                                    :place, :people, :moves, :appointment, :status, :prepared::jsonb, :sheet::jsonb, :madeBy,
                                    :madeAt)
                            """)
                    .param("dealership", one.dealership().value())
                    .param("id", one.id().value())
                    .param("order", one.order().value())
                    .param("prospect", one.prospect().value())
                    .param("vin", one.vin().value())
                    .param("model", one.model())
                    .param("promised", one.promised())
                    .param("scheduledAt", Moments.bound(one.scheduledAt()))
                    .param("place", one.place())
                    .param("people", one.people())
                    .param("moves", one.moves())
                    .param("appointment", one.appointment())
                    .param("status", one.status().name())
                    .param("prepared", json.writeValueAsString(one.prepared()))
                    .param("sheet", json.writeValueAsString(one.sheet()))
                    .param("madeBy", one.madeBy().value())
                    .param("madeAt", Moments.bound(one.madeAt()))
                    .update();
        } catch (DuplicateKeyException second) {
            throw new DeliveryScheduledAlready();
        }
    }

    void update(Delivery one) {
        Delivery.Signed signed = one.signed();
        jdbc.sql("""
                        update delivery
                           set scheduled_at = :scheduledAt, place = :place, people = :people, moves = :moves,
                               appointment_id = :appointment, status = :status, prepared = :prepared::jsonb, sheet = :sheet::jsonb,
                               started_at = :startedAt, called_off_reason = :calledOff, mileage_km = :mileage,
                               satisfaction = :satisfaction, customer_signature = :customer, staff_signature = :staff,
                               signed_by = :signedBy, signed_at = :signedAt
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", one.dealership().value())
                .param("id", one.id().value())
                .param("scheduledAt", Moments.bound(one.scheduledAt()))
                .param("place", one.place())
                .param("people", one.people())
                .param("moves", one.moves())
                .param("appointment", one.appointment())
                .param("status", one.status().name())
                .param("prepared", json.writeValueAsString(one.prepared()))
                .param("sheet", json.writeValueAsString(one.sheet()))
                .param("startedAt", Moments.boundOrNull(one.startedAt()))
                .param("calledOff", one.calledOff())
                .param("mileage", one.sheet().mileage())
                .param("satisfaction", one.sheet().satisfaction())
                .param("customer", signed == null ? null : signed.customer().text())
                .param("staff", signed == null ? null : signed.staff().text())
                .param("signedBy", signed == null ? null : signed.by().value())
                .param("signedAt", signed == null ? null : Moments.bound(signed.at()))
                .update();
    }

    Delivery get(DealershipId dealership, DeliveryId id) {
        return jdbc.sql(SELECT + "   and d.id = :id")
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(dealership, row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    /** The delivery, held until the transaction ends. */
    Delivery getForUpdate(DealershipId dealership, DeliveryId id) {
        return jdbc.sql(SELECT + "   and d.id = :id for update")
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(dealership, row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    /** All of a case, newest first, called-off ones among them. */
    List<Delivery> of(DealershipId dealership, ProspectId prospect) {
        return jdbc.sql(SELECT + "   and d.prospect_id = :prospect order by d.made_at desc, d.id desc")
                .param("dealership", dealership.value())
                .param("prospect", prospect.value())
                .query((row, number) -> read(dealership, row))
                .list();
    }

    Optional<Delivery> openOf(DealershipId dealership, ProspectId prospect) {
        return of(dealership, prospect).stream().filter(Delivery::isOpen).findFirst();
    }

    /** Those whose appointment lies in a span of time, the earliest first. */
    List<Delivery> scheduled(DealershipId dealership, Instant from, Instant before) {
        return jdbc.sql(SELECT + """
                   and d.status <> 'CALLED_OFF'
                   and d.scheduled_at >= :from
                   and d.scheduled_at < :before
                 order by d.scheduled_at, d.id
                """)
                .param("dealership", dealership.value())
                .param("from", Moments.bound(from))
                .param("before", Moments.bound(before))
                .query((row, number) -> read(dealership, row))
                .list();
    }

    /** Those whose appointment is over and nobody has signed, the oldest first. */
    List<Delivery> overdue(DealershipId dealership, Instant before, int most) {
        return jdbc.sql(SELECT + """
                   and d.status = 'OPEN'
                   and d.scheduled_at < :before
                 order by d.scheduled_at, d.id
                 limit :most
                """)
                .param("dealership", dealership.value())
                .param("before", Moments.bound(before))
                .param("most", most)
                .query((row, number) -> read(dealership, row))
                .list();
    }

    /** Those signed in a span of time, the newest first. */
    List<Delivery> signed(DealershipId dealership, Instant from, Instant before) {
        return jdbc.sql(SELECT + """
                   and d.signed_at >= :from
                   and d.signed_at < :before
                 order by d.signed_at desc, d.id desc
                """)
                .param("dealership", dealership.value())
                .param("from", Moments.bound(from))
                .param("before", Moments.bound(before))
                .query((row, number) -> read(dealership, row))
                .list();
    }

    private Delivery read(DealershipId dealership, ResultSet row) throws SQLException {
        return new Delivery(new Delivery.State(
                new DeliveryId(row.getObject("id", UUID.class)),
                dealership,
                new SalesOrderId(row.getObject("order_id", UUID.class)),
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                new Vin(row.getString("vin")),
                row.getString("model"),
                row.getObject("promised", LocalDate.class),
                Moments.read(row, "scheduled_at"),
                row.getString("place"),
                row.getString("people"),
                row.getInt("moves"),
                row.getObject("appointment_id", UUID.class),
                Delivery.Status.valueOf(row.getString("status")),
                json.readValue(row.getString("prepared"), PREPARED),
                json.readValue(row.getString("sheet"), HandoverSheet.class),
                new StaffId(row.getObject("made_by", UUID.class)),
                Moments.read(row, "made_at"),
                Moments.readOrNull(row, "started_at"),
                row.getString("called_off_reason"),
                signed(row)));
    }

    private static Delivery.@Nullable Signed signed(ResultSet row) throws SQLException {
        Instant at = Moments.readOrNull(row, "signed_at");
        return at == null
                ? null
                : new Delivery.Signed(
                        Signature.of(row.getString("customer_signature")),
                        Signature.of(row.getString("staff_signature")),
                        new StaffId(row.getObject("signed_by", UUID.class)),
                        at);
    }
}
