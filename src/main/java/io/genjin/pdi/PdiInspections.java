package io.genjin.pdi;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Vin;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stores inspections; the database itself lets no signed one be changed. */
@Repository
class PdiInspections {

    private static final TypeReference<Map<PdiItem, PdiMark>> MARKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PdiInspections(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(PdiInspection one) {
        jdbc.sql("""
                        insert into pdi_inspection (dealership_id, id, vin, round, technician_id, started_at, marks, first_time)
                        values (:dealership, :id, :vin, :round, :technician, :startedAt, :marks::jsonb, false)
                        """)
                .param("dealership", one.dealership().value())
                .param("id", one.id().value())
                .param("vin", one.vin().value())
                .param("round", one.round())
                .param("technician", one.technician().value())
                .param("startedAt", Moments.bound(one.startedAt()))
                .param("marks", json.writeValueAsString(one.marks()))
                .update();
    }

    void update(PdiInspection one) {
        PdiInspection.Signed signed = one.signed();
        jdbc.sql("""
                        update pdi_inspection
                           set marks = :marks::jsonb, mileage_km = :mileage, result = :result, fail_reason = :failReason,
                               first_time = :firstTime, signature = :signature, signed_by = :signedBy, signed_at = :signedAt
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", one.dealership().value())
                .param("id", one.id().value())
                .param("marks", json.writeValueAsString(one.marks()))
                .param("mileage", one.mileageKm())
                .param("result", signed == null ? null : signed.result().name())
                .param("failReason", signed == null ? null : signed.failReason())
                .param("firstTime", signed != null && signed.firstTime())
                .param("signature", signed == null ? null : signed.signature())
                .param("signedBy", signed == null ? null : signed.by().value())
                .param("signedAt", signed == null ? null : Moments.bound(signed.at()))
                .update();
    }

    PdiInspection get(DealershipId dealership, PdiInspectionId id) {
        return jdbc.sql("""
                        select i.id, i.vin, i.round, i.technician_id, i.started_at, i.marks, i.mileage_km, i.result, i.fail_reason,
                               i.first_time, i.signature, i.signed_by, i.signed_at
                          from pdi_inspection i
                         where i.dealership_id = :dealership
                           and i.id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(dealership, row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    /** All inspections of a car, the newest first. */
    List<PdiInspection> of(DealershipId dealership, Vin vin) {
        return jdbc.sql("""
                        select i.id, i.vin, i.round, i.technician_id, i.started_at, i.marks, i.mileage_km, i.result, i.fail_reason,
                               i.first_time, i.signature, i.signed_by, i.signed_at
                          from pdi_inspection i
                         where i.dealership_id = :dealership
                           and i.vin = :vin
                         order by i.round desc
                        """)
                .param("dealership", dealership.value())
                .param("vin", vin.value())
                .query((row, number) -> read(dealership, row))
                .list();
    }

    Optional<PdiInspection> newest(DealershipId dealership, Vin vin) {
        return of(dealership, vin).stream().findFirst();
    }

    /** First inspections signed in a span of time, for the share that passed at the first time. */
    List<PdiInspection> firstSigned(DealershipId dealership, Instant from, Instant before) {
        return jdbc.sql("""
                        select i.id, i.vin, i.round, i.technician_id, i.started_at, i.marks, i.mileage_km, i.result, i.fail_reason,
                               i.first_time, i.signature, i.signed_by, i.signed_at
                          from pdi_inspection i
                         where i.dealership_id = :dealership
                           and i.signed_at >= :from
                           and i.signed_at < :before
                           and i.round = 1
                         order by i.signed_at desc, i.id desc
                        """)
                .param("dealership", dealership.value())
                .param("from", Moments.bound(from))
                .param("before", Moments.bound(before))
                .query((row, number) -> read(dealership, row))
                .list();
    }

    private PdiInspection read(DealershipId dealership, ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new PdiInspection(
                new PdiInspectionId(row.getObject("id", UUID.class)),
                dealership,
                new Vin(row.getString("vin")),
                row.getInt("round"),
                new StaffId(row.getObject("technician_id", UUID.class)),
                Moments.read(row, "started_at"),
                json.readValue(row.getString("marks"), MARKS),
                row.getObject("mileage_km", Integer.class),
                result == null ? null : signed(row, PdiVerdict.Result.valueOf(result)));
    }

    private static PdiInspection.@Nullable Signed signed(ResultSet row, PdiVerdict.Result result) throws SQLException {
        return new PdiInspection.Signed(
                result,
                row.getString("fail_reason"),
                row.getBoolean("first_time"),
                row.getString("signature"),
                new StaffId(row.getObject("signed_by", UUID.class)),
                Moments.read(row, "signed_at"));
    }
}
