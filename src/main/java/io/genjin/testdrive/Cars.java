package io.genjin.testdrive;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.TypedId;
import io.genjin.shared.Vin;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the test cars and the looks at them. */
@Repository
class Cars {

    private static final String COLUMNS =
            "id, plate, vin, model, gearbox, licensed_on, insured_until, status, km, version";

    private final JdbcClient jdbc;

    Cars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TestDriveCar car, StaffId by, Instant at) {
        jdbc.sql("""
                        insert into test_drive_car (dealership_id, id, plate, vin, model, gearbox, licensed_on, insured_until,
                                                    status, km, added_by, added_at, version)
                        values (:dealership, :id, :plate, :vin, :model, :gearbox, :licensedOn, :insuredUntil, :status, :km,
                                :by, :at, 0)
                        """)
                .params(values(car))
                .param("vin", car.vin().value())
                .param("by", by.value())
                .param("at", Moments.bound(at))
                .update();
    }

    /** Stores the car as it is now, if nobody else has stored another version since. */
    boolean update(TestDriveCar car) {
        return jdbc.sql("""
                        update test_drive_car
                           set plate = :plate, model = :model, gearbox = :gearbox, licensed_on = :licensedOn,
                               insured_until = :insuredUntil, status = :status, km = :km, version = version + 1
                         where dealership_id = :dealership
                           and id = :id
                           and version = :version
                        """).params(values(car)).param("version", car.version()).update() == 1;
    }

    private static Map<String, @Nullable Object> values(TestDriveCar car) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("dealership", car.dealership().value());
        values.put("id", car.id().value());
        values.put("plate", car.plate());
        values.put("model", car.model());
        values.put("gearbox", car.gearbox().name());
        values.put("licensedOn", car.licensedOn());
        values.put("insuredUntil", car.insuredUntil());
        values.put("status", car.status().name());
        values.put("km", car.km());
        return values;
    }

    TestDriveCar get(DealershipId dealership, CarId id) {
        return one(dealership, id, "");
    }

    /** Reads the car, holding it until the transaction ends. */
    TestDriveCar hold(DealershipId dealership, CarId id) {
        return one(dealership, id, "for update");
    }

    private TestDriveCar one(DealershipId dealership, CarId id, String lock) {
        return jdbc.sql("""
                        select %s
                          from test_drive_car
                         where dealership_id = :dealership
                           and id = :id
                        %s
                        """.formatted(COLUMNS, lock))
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> car(row, dealership))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    /** All that the dealership has, or had, by plate. */
    List<TestDriveCar> all(DealershipId dealership) {
        return jdbc.sql("""
                        select %s
                          from test_drive_car
                         where dealership_id = :dealership
                         order by status = 'RETIRED', model, plate
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .query((row, number) -> car(row, dealership))
                .list();
    }

    private static TestDriveCar car(ResultSet row, DealershipId dealership) throws SQLException {
        return new TestDriveCar(
                new CarId(row.getObject("id", UUID.class)),
                dealership,
                row.getString("plate"),
                new Vin(row.getString("vin")),
                row.getString("model"),
                TestDriveCar.Gearbox.valueOf(row.getString("gearbox")),
                row.getObject("licensed_on", LocalDate.class),
                row.getObject("insured_until", LocalDate.class),
                TestDriveCar.Status.valueOf(row.getString("status")),
                row.getInt("km"),
                row.getInt("version"));
    }

    void add(DealershipId dealership, DailyCheck check) {
        jdbc.sql("""
                        insert into test_drive_check (dealership_id, id, car_id, checked_on, checked_at, checked_by, clean,
                                                      fuel_eighths, stickers, documents, damage, fit)
                        values (:dealership, :id, :car, :day, :at, :by, :clean, :fuel, :stickers, :documents, :damage, :fit)
                        """)
                .param("dealership", dealership.value())
                .param("id", TypedId.newValue())
                .param("car", check.car().value())
                .param("day", check.day())
                .param("at", Moments.bound(check.at()))
                .param("by", check.by().value())
                .param("clean", check.clean())
                .param("fuel", check.fuelEighths())
                .param("stickers", check.stickers())
                .param("documents", check.documents())
                .param("damage", check.damage())
                .param("fit", check.fit())
                .update();
    }

    /** The last look at each car on a day. */
    Map<CarId, DailyCheck> checks(DealershipId dealership, LocalDate day) {
        Map<CarId, DailyCheck> checks = new HashMap<>();
        jdbc.sql("""
                        select car_id, checked_on, checked_at, checked_by, clean, fuel_eighths, stickers, documents, damage, fit
                          from test_drive_check
                         where dealership_id = :dealership
                           and checked_on = :day
                         order by checked_at, id
                        """)
                .param("dealership", dealership.value())
                .param("day", day)
                .query((row, number) -> check(row))
                .list()
                .forEach(check -> checks.put(check.car(), check));
        return checks;
    }

    Optional<DailyCheck> check(DealershipId dealership, CarId car, LocalDate day) {
        return Optional.ofNullable(checks(dealership, day).get(car));
    }

    /** The newest looks at one car, newest first. */
    List<DailyCheck> newestChecks(DealershipId dealership, CarId car, int most) {
        return jdbc.sql("""
                        select car_id, checked_on, checked_at, checked_by, clean, fuel_eighths, stickers, documents, damage, fit
                          from test_drive_check
                         where dealership_id = :dealership
                           and car_id = :car
                         order by checked_on desc, checked_at desc
                         limit :most
                        """)
                .param("dealership", dealership.value())
                .param("car", car.value())
                .param("most", most)
                .query((row, number) -> check(row))
                .list();
    }

    private static DailyCheck check(ResultSet row) throws SQLException {
        return new DailyCheck(
                new CarId(row.getObject("car_id", UUID.class)),
                row.getObject("checked_on", LocalDate.class),
                Moments.read(row, "checked_at"),
                new StaffId(row.getObject("checked_by", UUID.class)),
                row.getBoolean("clean"),
                row.getInt("fuel_eighths"),
                row.getBoolean("stickers"),
                row.getBoolean("documents"),
                row.getString("damage"),
                row.getBoolean("fit"));
    }
}
