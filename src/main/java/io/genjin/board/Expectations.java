package io.genjin.board;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said in the morning meetings; every saying is kept, the newest of a day counts. */
@Repository
class Expectations {

    private final JdbcClient jdbc;

    Expectations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What each consultant expects of a day; who said nothing is missing. */
    Map<StaffId, Expectation> of(DealershipId dealership, LocalDate day) {
        Map<StaffId, Expectation> newest = new HashMap<>();
        jdbc.sql("""
                        select consultant_id, orders, deliveries, stated_by, stated_at
                          from board_expectation
                         where dealership_id = :dealership
                           and day = :day
                         order by number
                        """).param("dealership", dealership.value()).param("day", day).query(row -> {
            Expectation said = new Expectation(
                    new StaffId(row.getObject("consultant_id", UUID.class)),
                    row.getInt("orders"),
                    row.getInt("deliveries"),
                    new StaffId(row.getObject("stated_by", UUID.class)),
                    Moments.read(row, "stated_at"));
            newest.put(said.consultant(), said);
        });
        return newest;
    }

    /** Adds a saying; false when somebody else's of the same moment came first. */
    boolean add(DealershipId dealership, LocalDate day, Expectation said) {
        int number = jdbc.sql("""
                        select coalesce(max(number), 0) + 1
                          from board_expectation
                         where dealership_id = :dealership
                           and day = :day
                           and consultant_id = :consultant
                        """)
                .param("dealership", dealership.value())
                .param("day", day)
                .param("consultant", said.consultant().value())
                .query(Integer.class)
                .single();
        return jdbc.sql("""
                        insert into board_expectation (dealership_id, day, consultant_id, number, orders, deliveries, stated_by,
                                                       stated_at)
                        values (:dealership, :day, :consultant, :number, :orders, :deliveries, :by, :at)
                            on conflict do nothing
                        """)
                        .param("dealership", dealership.value())
                        .param("day", day)
                        .param("consultant", said.consultant().value())
                        .param("number", number)
                        .param("orders", said.orders())
                        .param("deliveries", said.deliveries())
                        .param("by", said.statedBy().value())
                        .param("at", Moments.bound(said.statedAt()))
                        .update()
                == 1;
    }
}
