package io.genjin.hqlead;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The day's status of each HQ lead, as it was said last. */
@Repository
class HqStatuses {

    private static final String INSERT = """
            insert into hq_status (dealership_id, prospect_id, day, status, remark, recorded_by, recorded_at)
            values (:dealership, :prospect, :day, :status, :remark, :by, :now)
            """;

    private final JdbcClient jdbc;

    HqStatuses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a status for a lead that has none for the day; false when it has. */
    boolean first(ProspectId prospect, LocalDate day, HqStatus status, StaffMember by, Instant now) {
        return bound(INSERT + " on conflict do nothing", prospect, day, status, null, by, now) == 1;
    }

    /** Stores a status, or another one in its place; false when the same was said already. */
    boolean say(
            ProspectId prospect, LocalDate day, HqStatus status, @Nullable String remark, StaffMember by, Instant now) {
        String otherwise = """
                    on conflict (dealership_id, prospect_id, day)
                    do update set status = excluded.status, remark = excluded.remark, recorded_by = excluded.recorded_by,
                                  recorded_at = excluded.recorded_at
                    where hq_status.status <> excluded.status
                       or hq_status.remark is distinct from excluded.remark
                """;
        return bound(INSERT + otherwise, prospect, day, status, remark, by, now) == 1;
    }

    private int bound(
            String sql,
            ProspectId prospect,
            LocalDate day,
            HqStatus status,
            @Nullable String remark,
            StaffMember by,
            Instant now) {
        return jdbc.sql(sql)
                .param("dealership", by.dealership().value())
                .param("prospect", prospect.value())
                .param("day", day)
                .param("status", status.name())
                .param("remark", remark, java.sql.Types.VARCHAR)
                .param("by", by.id().value())
                .param("now", Moments.bound(now))
                .update();
    }

    Map<ProspectId, HqCase.Recorded> of(DealershipId dealership, LocalDate day, Collection<ProspectId> prospects) {
        Map<ProspectId, HqCase.Recorded> recorded = new HashMap<>();
        if (prospects.isEmpty()) {
            return recorded;
        }
        jdbc.sql("""
                        select prospect_id, status, remark
                          from hq_status
                         where dealership_id = :dealership
                           and day = :day
                           and prospect_id in (:prospects)
                        """)
                .param("dealership", dealership.value())
                .param("day", day)
                .param("prospects", prospects.stream().map(ProspectId::value).toList())
                .query(row -> {
                    recorded.put(
                            new ProspectId(row.getObject("prospect_id", UUID.class)),
                            new HqCase.Recorded(
                                    day, HqStatus.valueOf(row.getString("status")), row.getString("remark")));
                });
        return recorded;
    }

    /** Open HQ leads without a status for the day, in the order of their ids. */
    List<ProspectId> missing(DealershipId dealership, LocalDate day, UUID after, int most) {
        return jdbc.sql("""
                        select p.id
                          from hq_prospect p
                         where p.dealership_id = :dealership
                           and p.id > :after
                           and p.status not in ('DEFEATED', 'INVALID', 'DUPLICATE', 'DELIVERED')
                           and not exists (select 1
                                             from hq_status s
                                            where s.dealership_id = :dealership
                                              and s.prospect_id = p.id
                                              and s.day = :day)
                         order by p.id
                         limit :most
                        """)
                .param("dealership", dealership.value())
                .param("after", after)
                .param("day", day)
                .param("most", most)
                .query((row, number) -> new ProspectId(row.getObject("id", UUID.class)))
                .list();
    }
}
