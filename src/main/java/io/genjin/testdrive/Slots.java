package io.genjin.testdrive;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * For what each car is taken, and when. That no two have it at once is the table's own constraint: whoever comes second, in the
 * same instant or with a statement of their own, is refused by the database.
 */
@Repository
class Slots {

    /** What takes a car. */
    enum Use {
        DRIVE,
        LOAN
    }

    private final JdbcClient jdbc;

    Slots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the car under the identity of the drive or loan, waiting for whoever is about to take it as well.
     *
     * @return whether it was free
     */
    boolean take(DealershipId dealership, UUID id, CarId car, Use use, Slot slot) {
        return jdbc.sql("""
                        insert into test_drive_slot (dealership_id, id, car_id, purpose, from_at, to_at, released)
                        values (:dealership, :id, :car, :purpose, :from, :to, false)
                            on conflict do nothing
                        """)
                        .param("dealership", dealership.value())
                        .param("id", id)
                        .param("car", car.value())
                        .param("purpose", use.name())
                        .param("from", Moments.bound(slot.from()))
                        .param("to", Moments.bound(slot.to()))
                        .update()
                == 1;
    }

    /**
     * Moves what was taken to another time. After a no the transaction cannot go on.
     *
     * @return whether the car was free then
     */
    boolean move(DealershipId dealership, UUID id, Slot to) {
        try {
            jdbc.sql("""
                            update test_drive_slot
                               set from_at = :from, to_at = :to
                             where dealership_id = :dealership
                               and id = :id
                            """)
                    .param("dealership", dealership.value())
                    .param("id", id)
                    .param("from", Moments.bound(to.from()))
                    .param("to", Moments.bound(to.to()))
                    .update();
            return true;
        } catch (DataIntegrityViolationException takenMeanwhile) {
            return false;
        }
    }

    /** Gives the car back to the calendar. */
    void release(DealershipId dealership, UUID id) {
        jdbc.sql("update test_drive_slot set released = true where dealership_id = :dealership and id = :id")
                .param("dealership", dealership.value())
                .param("id", id)
                .update();
    }

    /** When a car is taken between two moments, in order; what {@code except} holds is left out. */
    List<Slot> taken(DealershipId dealership, CarId car, Instant from, Instant to, UUID except) {
        return jdbc.sql("""
                        select from_at, to_at
                          from test_drive_slot
                         where dealership_id = :dealership
                           and car_id = :car
                           and from_at < :to
                           and to_at > :from
                           and not released
                           and id <> :except
                         order by from_at
                        """)
                .param("dealership", dealership.value())
                .param("car", car.value())
                .param("from", Moments.bound(from))
                .param("to", Moments.bound(to))
                .param("except", except)
                .query((row, number) -> new Slot(Moments.read(row, "from_at"), Moments.read(row, "to_at")))
                .list();
    }
}
