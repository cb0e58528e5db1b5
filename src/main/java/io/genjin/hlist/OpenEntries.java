package io.genjin.hlist;

import io.genjin.shared.DealershipId;
import io.genjin.staff.LeaverCheck;
import io.genjin.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Nobody leaves while something agreed on an open list stands in their name, or a customer listed for them is still theirs (5,
 * Leaving staff): a manager hands the one over, and transfers the other.
 */
@Component
class OpenEntries implements LeaverCheck {

    private final JdbcClient jdbc;

    OpenEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int openItems(DealershipId dealership, StaffId who) {
        return jdbc.sql("""
                        select count(*)
                          from h_list_entry e
                          join h_list l on l.dealership_id = e.dealership_id and l.id = e.list_id
                          join prospect_report p on p.dealership_id = e.dealership_id and p.id = e.prospect_id
                         where e.dealership_id = :dealership
                           and not e.closed
                           and (e.responsible_id = :who
                                or l.consultant_id = :who and p.owner_id = :who)
                        """)
                .param("dealership", dealership.value())
                .param("who", who.value())
                .query(Integer.class)
                .single();
    }
}
