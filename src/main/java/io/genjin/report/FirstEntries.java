package io.genjin.report;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The day on which a dealership wrote down its first customer: what happened before was told to nobody, and is counted nowhere. */
@Component
public class FirstEntries {

    private final JdbcClient jdbc;
    private final Dealerships dealerships;

    FirstEntries(JdbcClient jdbc, Dealerships dealerships) {
        this.jdbc = jdbc;
        this.dealerships = dealerships;
    }

    /** Nothing while there is no customer. */
    @Transactional(readOnly = true)
    public @Nullable LocalDate of(DealershipId dealership) {
        return jdbc.sql("""
                        select e.recorded_at
                          from journal_entry e
                         where e.dealership_id = :dealership
                           and e.prospect_id is not null
                         order by e.recorded_at
                         limit 1
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> Moments.read(row, "recorded_at"))
                .optional()
                .map(first -> dealerships.get(dealership).dayOf(first))
                .orElse(null);
    }
}
