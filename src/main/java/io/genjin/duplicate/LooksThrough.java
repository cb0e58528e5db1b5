package io.genjin.duplicate;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the looks through all customers: one at a time for each dealership. */
@Repository
class LooksThrough {

    private final JdbcClient jdbc;

    LooksThrough(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks for one; the one that goes on already when there is one. */
    LookThrough ask(DealershipId dealership, @Nullable StaffId by, Instant now) {
        jdbc.sql("""
                        insert into duplicate_run (dealership_id, id, asked_by, asked_at, looked, after_id, found)
                        values (:dealership, :id, :by, :now, 0, :after, 0)
                            on conflict (dealership_id) where finished_at is null
                            do nothing
                        """)
                .param("dealership", dealership.value())
                .param("id", TypedId.newValue())
                .param("by", by == null ? null : by.value())
                .param("now", Moments.bound(now))
                .param("after", new UUID(0, 0))
                .update();
        return newest(dealership).orElseThrow();
    }

    Optional<LookThrough> newest(DealershipId dealership) {
        return jdbc.sql("""
                        select id, asked_by, asked_at, looked, after_id, found, finished_at
                          from duplicate_run
                         where dealership_id = :dealership
                         order by finished_at is null desc, asked_at desc, id desc
                         limit 1
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> {
                    UUID by = row.getObject("asked_by", UUID.class);
                    return new LookThrough(
                            row.getObject("id", UUID.class),
                            by == null ? null : new StaffId(by),
                            Moments.read(row, "asked_at"),
                            row.getInt("looked"),
                            row.getObject("after_id", UUID.class),
                            row.getInt("found"),
                            Moments.readOrNull(row, "finished_at"));
                })
                .optional();
    }

    void lookedOn(DealershipId dealership, LookThrough run, UUID after, int looked, int found) {
        jdbc.sql("""
                        update duplicate_run
                           set after_id = :after, looked = looked + :looked, found = found + :found
                         where dealership_id = :dealership
                           and id = :id
                           and after_id < :after
                        """)
                .param("dealership", dealership.value())
                .param("id", run.id())
                .param("after", after)
                .param("looked", looked)
                .param("found", found)
                .update();
    }

    void finish(DealershipId dealership, LookThrough run, Instant now) {
        jdbc.sql("""
                        update duplicate_run
                           set finished_at = :now
                         where dealership_id = :dealership
                           and id = :id
                           and finished_at is null
                        """)
                .param("dealership", dealership.value())
                .param("id", run.id())
                .param("now", Moments.bound(now))
                .update();
    }
}
