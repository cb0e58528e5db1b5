package io.genjin.hqlead;

import io.genjin.hqlead.Warnings.Warning;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which warnings were settled, once for each lead and step, whoever comes first. */
@Repository
class HqWarnings {

    private final JdbcClient jdbc;

    HqWarnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a step as settled; false when it was before. */
    boolean settle(DealershipId dealership, ProspectId prospect, Warning warning, boolean superseded, Instant now) {
        return jdbc.sql("""
                        insert into hq_warning (dealership_id, prospect_id, step, hours, earned_at, recorded_at, superseded)
                        values (:dealership, :prospect, :step, :hours, :at, :now, :superseded)
                            on conflict do nothing
                        """)
                        .param("dealership", dealership.value())
                        .param("prospect", prospect.value())
                        .param("step", warning.step().name())
                        .param("hours", warning.hours())
                        .param("at", Moments.bound(warning.at()))
                        .param("now", Moments.bound(now))
                        .param("superseded", superseded)
                        .update()
                == 1;
    }

    Set<WarningStep> settled(DealershipId dealership, ProspectId prospect) {
        Set<WarningStep> settled = EnumSet.noneOf(WarningStep.class);
        jdbc.sql("""
                        select step
                          from hq_warning
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                        """)
                .param("dealership", dealership.value())
                .param("prospect", prospect.value())
                .query((row, number) -> WarningStep.valueOf(row.getString("step")))
                .list()
                .forEach(settled::add);
        return settled;
    }

    /** HQ leads that nobody followed, whose limit is not over and that may earn a warning, in the order of their ids. */
    List<ProspectId> candidates(DealershipId dealership, Instant now, UUID after, int most) {
        return jdbc.sql("""
                        select p.id
                          from hq_prospect p
                         where p.dealership_id = :dealership
                           and p.first_pending
                           and p.rule_due_at >= :now
                           and p.id > :after
                           and p.status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS',
                                            'DEFEAT_PENDING')
                           and not exists (select 1
                                             from hq_warning w
                                            where w.dealership_id = :dealership
                                              and w.prospect_id = p.id
                                              and w.step = 'SECOND')
                         order by p.id
                         limit :most
                        """)
                .param("dealership", dealership.value())
                .param("now", Moments.bound(now))
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new ProspectId(row.getObject("id", UUID.class)))
                .list();
    }
}
