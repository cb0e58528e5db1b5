package io.genjin.followup;

import io.genjin.followup.Cadence.Miss;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was missed and still counts as missed. */
@Repository
class Misses {

    /** A stored miss: which contact of that moment it was, and the journal entry that tells of it. */
    record Stored(Miss miss, int place, UUID entry) {}

    private final JdbcClient jdbc;

    Misses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Stored> of(DealershipId dealership, ProspectId prospect) {
        return jdbc.sql("""
                        select due_at, place, owner_id, first, excused, entry_id
                          from miss
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                           and withdrawn_at is null
                         order by due_at, place
                        """)
                .param("dealership", dealership.value())
                .param("prospect", prospect.value())
                .query((row, number) -> new Stored(
                        new Miss(
                                Moments.read(row, "due_at"),
                                new StaffId(row.getObject("owner_id", UUID.class)),
                                row.getBoolean("first"),
                                row.getBoolean("excused")),
                        row.getInt("place"),
                        row.getObject("entry_id", UUID.class)))
                .list();
    }

    void add(Prospect prospect, Stored stored, String grade, Instant now) {
        Miss miss = stored.miss();
        jdbc.sql("""
                        insert into miss (dealership_id, prospect_id, due_at, place, owner_id, grade, source, first, excused,
                                          recorded_at, entry_id)
                        values (:dealership, :prospect, :dueAt, :place, :owner, :grade, :source, :first, :excused, :now, :entry)
                            on conflict (dealership_id, prospect_id, due_at, place)
                            do update set owner_id = excluded.owner_id, first = excluded.first, excused = excluded.excused,
                                          recorded_at = excluded.recorded_at, entry_id = excluded.entry_id,
                                          withdrawn_at = :nothing
                        """)
                .param("dealership", prospect.dealership().value())
                .param("prospect", prospect.id().value())
                .param("dueAt", Moments.bound(miss.dueAt()))
                .param("place", stored.place())
                .param("owner", miss.owner().value())
                .param("grade", grade)
                .param("source", prospect.content().source().name())
                .param("first", miss.first())
                .param("excused", miss.excused())
                .param("now", Moments.bound(now))
                .param("entry", stored.entry())
                .param("nothing", null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void withdraw(Prospect prospect, Stored stored, Instant now) {
        jdbc.sql("""
                        update miss
                           set withdrawn_at = :now
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                           and due_at = :dueAt
                           and place = :place
                        """)
                .param("now", Moments.bound(now))
                .param("dealership", prospect.dealership().value())
                .param("prospect", prospect.id().value())
                .param("dueAt", Moments.bound(stored.miss().dueAt()))
                .param("place", stored.place())
                .update();
    }
}
