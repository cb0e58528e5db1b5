package io.genjin.prospect;

import io.genjin.shared.DealershipId;
import io.genjin.staff.LeaverCheck;
import io.genjin.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nobody leaves while open customers still stand in their name (scenario 25). */
@Component
class OpenCustomers implements LeaverCheck {

    private final JdbcClient jdbc;

    OpenCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int openItems(DealershipId dealership, StaffId who) {
        return jdbc.sql("""
                        select count(*)
                          from prospect
                         where dealership_id = :dealership
                           and owner_id = :owner
                           and status not in ('DEFEATED', 'INVALID', 'DUPLICATE', 'DELIVERED')
                        """)
                .param("dealership", dealership.value())
                .param("owner", who.value())
                .query(Integer.class)
                .single();
    }
}
