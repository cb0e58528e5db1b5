package io.genjin.presentation;

import io.genjin.catalog.CarModelId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores show cars and what was found when somebody looked. */
@Repository
class ShowCars {

    private final JdbcClient jdbc;

    ShowCars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DealershipId dealership, ShowCar car, StaffId by, Instant at) {
        jdbc.sql("""
                        insert into show_car (dealership_id, id, model_id, model_name, label, place, added_by, added_at)
                        values (:dealership, :id, :model, :name, :label, :place, :by, :at)
                        """)
                .param("dealership", dealership.value())
                .param("id", car.id().value())
                .param("model", car.model().value())
                .param("name", car.modelName())
                .param("label", car.label())
                .param("place", car.place())
                .param("by", by.value())
                .param("at", Moments.bound(at))
                .update();
    }

    /** Whether this car stands in the dealership's showroom or once stood there. */
    boolean knows(DealershipId dealership, ShowCarId id) {
        return jdbc.sql("select exists (select from show_car where dealership_id = :dealership and id = :id)")
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Takes a car out of the showroom; says whether it stood there. */
    boolean remove(DealershipId dealership, ShowCarId id, StaffId by, Instant at) {
        return jdbc.sql("""
                        update show_car
                           set removed_by = :by, removed_at = :at
                         where dealership_id = :dealership
                           and id = :id
                           and removed_at is null
                        """)
                        .param("dealership", dealership.value())
                        .param("id", id.value())
                        .param("by", by.value())
                        .param("at", Moments.bound(at))
                        .update()
                == 1;
    }

    void add(DealershipId dealership, ShowCarId id, ShowCarCheck check) {
        jdbc.sql("""
                        insert into show_car_check (dealership_id, id, show_car_id, right_points, remark, checked_by, checked_at)
                        values (:dealership, :id, :car, :points, :remark, :by, :at)
                        """)
                .param("dealership", dealership.value())
                .param("id", TypedId.newValue())
                .param("car", id.value())
                .param("points", check.right().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .param("remark", check.remark())
                .param("by", check.checkedBy().value())
                .param("at", Moments.bound(check.checkedAt()))
                .update();
    }

    /** The cars in the showroom, each with the newest check since the day began. */
    List<ShowCar> all(DealershipId dealership, Instant dayBegan) {
        Map<UUID, ShowCarCheck> newest = new HashMap<>();
        jdbc.sql("""
                        select show_car_id, right_points, remark, checked_by, checked_at
                          from show_car_check
                         where dealership_id = :dealership
                           and checked_at >= :began
                         order by checked_at, id
                        """)
                .param("dealership", dealership.value())
                .param("began", Moments.bound(dayBegan))
                .query((row, number) -> newest.put(row.getObject("show_car_id", UUID.class), check(row)))
                .list();
        return jdbc
                .sql("""
                        select id, model_id, model_name, label, place
                          from show_car
                         where dealership_id = :dealership
                           and removed_at is null
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new ShowCar(
                            new ShowCarId(id),
                            new CarModelId(row.getObject("model_id", UUID.class)),
                            row.getString("model_name"),
                            row.getString("label"),
                            row.getString("place"),
                            newest.get(id));
                })
                .list()
                .stream()
                .sorted(ShowCar.IN_THE_ROOM)
                .toList();
    }

    ShowCar get(DealershipId dealership, ShowCarId id, Instant dayBegan) {
        return all(dealership, dayBegan).stream()
                .filter(car -> car.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NothingHere(id));
    }

    private static ShowCarCheck check(ResultSet row) throws SQLException {
        String points = row.getString("right_points");
        Set<ShowCarPoint> right = points.isEmpty()
                ? Set.of()
                : Arrays.stream(points.split(",")).map(ShowCarPoint::valueOf).collect(Collectors.toSet());
        return new ShowCarCheck(
                right,
                row.getString("remark"),
                new StaffId(row.getObject("checked_by", UUID.class)),
                Moments.read(row, "checked_at"));
    }
}
