package io.genjin.pdi;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Vin;
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

/** Stores which cars are to be inspected, and how far that is. */
@Repository
class PdiCars {

    private final JdbcClient jdbc;

    PdiCars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a car, or does nothing when it is there. */
    void add(DealershipId dealership, PdiCar car, StaffId by) {
        jdbc.sql("""
                        insert into pdi_car (dealership_id, vin, model, colour, prospect_id, wanted_at, place, state, asked_by,
                                             asked_at, changed_at)
                        values (:dealership, :vin, :model, :colour, :prospect, :wantedAt, :place, :state, :by, :askedAt, :askedAt)
                            on conflict do nothing
                        """)
                .param("dealership", dealership.value())
                .param("vin", car.vin().value())
                .param("model", car.model())
                .param("colour", car.colour())
                .param("prospect", value(car.prospect()))
                .param("wantedAt", Moments.boundOrNull(car.wantedAt()))
                .param("place", car.place())
                .param("state", car.state().name())
                .param("by", by.value())
                .param("askedAt", Moments.bound(car.askedAt()))
                .update();
    }

    /** What is known of the car and for whom it is; how far its inspection is does not change by it. */
    void describe(DealershipId dealership, PdiCar car, Instant at) {
        jdbc.sql("""
                        update pdi_car
                           set model = :model, colour = :colour, prospect_id = :prospect, wanted_at = :wantedAt, place = :place,
                               changed_at = :at
                         where dealership_id = :dealership
                           and vin = :vin
                        """)
                .param("dealership", dealership.value())
                .param("vin", car.vin().value())
                .param("model", car.model())
                .param("colour", car.colour())
                .param("prospect", value(car.prospect()))
                .param("wantedAt", Moments.boundOrNull(car.wantedAt()))
                .param("place", car.place())
                .param("at", Moments.bound(at))
                .update();
    }

    /** Cars of a customer who will not have them: kept, but for nobody. */
    void release(DealershipId dealership, ProspectId customer, Instant at) {
        jdbc.sql("""
                        update pdi_car
                           set prospect_id = null, wanted_at = null, place = null, changed_at = :at
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                        """)
                .param("dealership", dealership.value())
                .param("prospect", customer.value())
                .param("at", Moments.bound(at))
                .update();
    }

    void become(DealershipId dealership, Vin vin, PdiCar.State state, Instant at) {
        jdbc.sql("""
                        update pdi_car
                           set state = :state, changed_at = :at
                         where dealership_id = :dealership
                           and vin = :vin
                        """)
                .param("dealership", dealership.value())
                .param("vin", vin.value())
                .param("state", state.name())
                .param("at", Moments.bound(at))
                .update();
    }

    /** The car, held until the transaction ends; nothing here when it is on no list. */
    PdiCar hold(DealershipId dealership, Vin vin) {
        return read(dealership, vin, "for update").orElseThrow(() -> new NothingHere(vin));
    }

    Optional<PdiCar> find(DealershipId dealership, Vin vin) {
        return read(dealership, vin, "");
    }

    private Optional<PdiCar> read(DealershipId dealership, Vin vin, String lock) {
        return jdbc.sql("""
                        select c.vin, c.model, c.colour, c.prospect_id, c.wanted_at, c.place, c.state, c.asked_at
                          from pdi_car c
                         where c.dealership_id = :dealership
                           and c.vin = :vin
                        %s
                        """.formatted(lock))
                .param("dealership", dealership.value())
                .param("vin", vin.value())
                .query((row, number) -> car(row))
                .optional();
    }

    /** Cars that have not passed, those whose customer comes first on top. */
    List<PdiCar> open(DealershipId dealership, int most) {
        return jdbc.sql("""
                        select c.vin, c.model, c.colour, c.prospect_id, c.wanted_at, c.place, c.state, c.asked_at
                          from pdi_car c
                         where c.dealership_id = :dealership
                           and c.state <> 'PASSED'
                         order by c.wanted_at nulls last, c.asked_at, c.vin
                         limit :most
                        """)
                .param("dealership", dealership.value())
                .param("most", most)
                .query((row, number) -> car(row))
                .list();
    }

    /** Cars that passed lately, the newest first. */
    List<PdiCar> passed(DealershipId dealership, int most) {
        return jdbc.sql("""
                        select c.vin, c.model, c.colour, c.prospect_id, c.wanted_at, c.place, c.state, c.asked_at
                          from pdi_car c
                         where c.dealership_id = :dealership
                           and c.state = 'PASSED'
                         order by c.changed_at desc, c.vin
                         limit :most
                        """)
                .param("dealership", dealership.value())
                .param("most", most)
                .query((row, number) -> car(row))
                .list();
    }

    private static @Nullable UUID value(@Nullable ProspectId prospect) {
        return prospect == null ? null : prospect.value();
    }

    private static PdiCar car(ResultSet row) throws SQLException {
        UUID prospect = row.getObject("prospect_id", UUID.class);
        return new PdiCar(
                new Vin(row.getString("vin")),
                row.getString("model"),
                row.getString("colour"),
                prospect == null ? null : new ProspectId(prospect),
                Moments.readOrNull(row, "wanted_at"),
                row.getString("place"),
                PdiCar.State.valueOf(row.getString("state")),
                Moments.read(row, "asked_at"));
    }
}
