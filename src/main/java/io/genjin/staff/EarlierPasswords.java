package io.genjin.staff;

import io.genjin.shared.Moments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The last five passwords of each person, as hashes, and since when the present one counts (S-R5). */
@Repository
class EarlierPasswords {

    private static final int KEPT = 5;

    private final JdbcClient jdbc;

    EarlierPasswords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<String> of(StaffMember member, int most) {
        return jdbc.sql("""
                        select password_hash
                          from earlier_password
                         where dealership_id = :dealership
                           and staff_id = :staff
                         order by set_at desc
                         limit :most
                        """)
                .param("dealership", member.dealership().value())
                .param("staff", member.id().value())
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** When the present password was set; not known for one older than this log. */
    @Transactional(readOnly = true)
    public Optional<Instant> setAt(StaffMember member) {
        return jdbc.sql("""
                        select set_at
                          from earlier_password
                         where dealership_id = :dealership
                           and staff_id = :staff
                         order by set_at desc
                         limit 1
                        """)
                .param("dealership", member.dealership().value())
                .param("staff", member.id().value())
                .query((row, number) -> Moments.read(row, "set_at"))
                .optional();
    }

    /**
     * From when the present password's days count: when it was set, or, for one older than this log, when the dealership chose its
     * preset. Of a dealership that never chose one, never.
     */
    @Transactional(readOnly = true)
    public Optional<Instant> countedFrom(StaffMember member) {
        return jdbc.sql("""
                        select coalesce((select max(e.set_at)
                                           from earlier_password e
                                          where e.dealership_id = d.dealership_id
                                            and e.staff_id = :staff), d.changed_at) as counted_from
                          from door_rules d
                         where d.dealership_id = :dealership
                        """)
                .param("dealership", member.dealership().value())
                .param("staff", member.id().value())
                .query((row, number) -> Moments.read(row, "counted_from"))
                .optional();
    }

    @Transactional
    public void add(StaffMember member, String hash, Instant at) {
        jdbc.sql("""
                        insert into earlier_password (dealership_id, staff_id, set_at, password_hash)
                        values (:dealership, :staff, :at, :hash)
                        """)
                .param("dealership", member.dealership().value())
                .param("staff", member.id().value())
                .param("at", Moments.bound(at))
                .param("hash", hash)
                .update();
        jdbc.sql("""
                        delete from earlier_password
                         where dealership_id = :dealership
                           and staff_id = :staff
                           and set_at < (select min(l.set_at)
                                           from (select e.set_at
                                                   from earlier_password e
                                                  where e.dealership_id = :dealership
                                                    and e.staff_id = :staff
                                                  order by e.set_at desc
                                                  limit :kept) l)
                        """)
                .param("dealership", member.dealership().value())
                .param("staff", member.id().value())
                .param("kept", KEPT)
                .update();
    }
}
