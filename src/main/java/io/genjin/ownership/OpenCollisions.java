package io.genjin.ownership;

import io.genjin.shared.DealershipId;
import io.genjin.staff.LeaverCheck;
import io.genjin.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nobody leaves while a dispute in which they are a side waits for its decision (scenario 25). */
@Component
class OpenCollisions implements LeaverCheck {

    private final JdbcClient jdbc;

    OpenCollisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int openItems(DealershipId dealership, StaffId who) {
        return jdbc.sql("""
                        select count(*)
                          from ownership_conflict
                         where dealership_id = :dealership
                           and (claimant_a = :who or claimant_b = :who)
                           and status in ('OPEN', 'APPEALED')
                        """)
                .param("dealership", dealership.value())
                .param("who", who.value())
                .query(Integer.class)
                .single();
    }
}
