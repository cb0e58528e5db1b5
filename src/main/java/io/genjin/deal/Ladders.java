package io.genjin.deal;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores who may give up how much, from which day. */
@Repository
class Ladders {

    private final JdbcClient jdbc;

    Ladders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DealershipId dealership, DiscountLadder ladder, StaffId by, Instant at) {
        jdbc.sql("""
                        insert into discount_ladder (dealership_id, id, model, unit, consultant, showroom_manager,
                                                     sales_manager, valid_from, set_by, set_at)
                        values (:dealership, :id, :model, :unit, :consultant, :showroomManager, :salesManager, :validFrom, :by,
                                :at)
                        """)
                .param("dealership", dealership.value())
                .param("id", ladder.id())
                .param("model", ladder.model())
                .param("unit", ladder.unit().name())
                .param("consultant", ladder.consultant())
                .param("showroomManager", ladder.showroomManager())
                .param("salesManager", ladder.salesManager())
                .param("validFrom", ladder.validFrom())
                .param("by", by.value())
                .param("at", Moments.bound(at))
                .update();
    }

    /** All of them, for every model first, newest first. */
    List<DiscountLadder> all(DealershipId dealership) {
        return jdbc.sql("""
                        select l.id, l.model, l.unit, l.consultant, l.showroom_manager, l.sales_manager, l.valid_from
                          from discount_ladder l
                         where l.dealership_id = :dealership
                         order by l.model is not null, l.model, l.valid_from desc, l.id desc
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> new DiscountLadder(
                        row.getObject("id", UUID.class),
                        row.getString("model"),
                        DiscountLadder.Unit.valueOf(row.getString("unit")),
                        row.getBigDecimal("consultant"),
                        row.getBigDecimal("showroom_manager"),
                        row.getBigDecimal("sales_manager"),
                        row.getObject("valid_from", LocalDate.class)))
                .list();
    }
}
