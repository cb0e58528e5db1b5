package io.genjin.group;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores who unlocked what, with the dealership that is looked at. Whoever calls has entered it. */
@Repository
class Unlocks {

    private final JdbcClient jdbc;

    Unlocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Unlock unlock) {
        jdbc.sql("""
                        insert into group_unlock (dealership_id, id, by_dealership, by_staff, by_name, purpose, words, unlocked_at,
                                                  ends_at)
                        values (:dealership, :id, :from, :by, :name, :purpose, :words, :at, :endsAt)
                        """)
                .param("dealership", unlock.dealership().value())
                .param("id", unlock.id().value())
                .param("from", unlock.from().value())
                .param("by", unlock.by().value())
                .param("name", unlock.visitor())
                .param("purpose", unlock.purpose().name())
                .param("words", unlock.words())
                .param("at", Moments.bound(unlock.at()))
                .param("endsAt", Moments.bound(unlock.endsAt()))
                .update();
    }

    /** The one of this person that ends last, ended or not. */
    Optional<Unlock> latest(DealershipId dealership, DealershipId from, StaffId by) {
        return jdbc.sql("""
                        select id, by_dealership, by_staff, by_name, purpose, words, unlocked_at, ends_at, ended_at
                          from group_unlock
                         where dealership_id = :dealership
                           and by_staff = :by
                           and by_dealership = :from
                         order by ends_at desc, id desc
                         limit 1
                        """)
                .param("dealership", dealership.value())
                .param("by", by.value())
                .param("from", from.value())
                .query((row, number) -> read(row, dealership))
                .optional();
    }

    /** The newest, whoever took them. */
    List<Unlock> newest(DealershipId dealership, int limit) {
        return jdbc.sql("""
                        select id, by_dealership, by_staff, by_name, purpose, words, unlocked_at, ends_at, ended_at
                          from group_unlock
                         where dealership_id = :dealership
                         order by unlocked_at desc, id desc
                         limit :limit
                        """)
                .param("dealership", dealership.value())
                .param("limit", limit)
                .query((row, number) -> read(row, dealership))
                .list();
    }

    private static Unlock read(ResultSet row, DealershipId dealership) throws SQLException {
        return new Unlock(
                new UnlockId(row.getObject("id", UUID.class)),
                dealership,
                new DealershipId(row.getInt("by_dealership")),
                new StaffId(row.getObject("by_staff", UUID.class)),
                row.getString("by_name"),
                Unlock.Purpose.valueOf(row.getString("purpose")),
                row.getString("words"),
                Moments.read(row, "unlocked_at"),
                Moments.read(row, "ends_at"),
                Moments.readOrNull(row, "ended_at"));
    }

    void end(Unlock unlock, Instant at) {
        jdbc.sql("""
                        update group_unlock
                           set ended_at = :at
                         where dealership_id = :dealership
                           and id = :id
                           and ended_at is null
                        """)
                .param("dealership", unlock.dealership().value())
                .param("id", unlock.id().value())
                .param("at", Moments.bound(at))
                .update();
    }
}
