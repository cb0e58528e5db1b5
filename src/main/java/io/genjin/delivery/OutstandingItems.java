package io.genjin.delivery;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores what customers are still owed; only that and how it was settled is written later, and once. */
@Repository
class OutstandingItems {

    private static final String SELECT = """
            select o.id, o.delivery_id, o.prospect_id, o.item, o.words, o.due_on, o.responsible_id, o.opened_at, o.settled_at,
                   o.settled_by, o.settled_how
              from delivery_outstanding o
             where o.dealership_id = :dealership
            """;

    private final JdbcClient jdbc;

    OutstandingItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DealershipId dealership, Outstanding one) {
        jdbc.sql("""
                        insert into delivery_outstanding (dealership_id, id, delivery_id, prospect_id, item, words, due_on,
                                                          responsible_id, opened_at)
                        values (:dealership, :id, :delivery, :prospect, :item, :words, :due, :responsible, :openedAt)
                        """)
                .param("dealership", dealership.value())
                .param("id", one.id())
                .param("delivery", one.delivery().value())
                .param("prospect", one.prospect().value())
                .param("item", one.item().name())
                .param("words", one.words())
                .param("due", one.due())
                .param("responsible", one.responsible().value())
                .param("openedAt", Moments.bound(one.openedAt()))
                .update();
    }

    /** Whether this call settled it; a second one changes nothing. */
    boolean settle(DealershipId dealership, UUID id, String how, StaffId by, Instant at) {
        return jdbc.sql("""
                                update delivery_outstanding
                                   set settled_at = :at, settled_by = :by, settled_how = :how
                                 where dealership_id = :dealership
                                   and id = :id
                                   and settled_at is null
                                """)
                        .param("dealership", dealership.value())
                        .param("id", id)
                        .param("how", how)
                        .param("by", by.value())
                        .param("at", Moments.bound(at))
                        .update()
                == 1;
    }

    Outstanding get(DealershipId dealership, UUID id) {
        return jdbc.sql(SELECT + "   and o.id = :id")
                .param("dealership", dealership.value())
                .param("id", id)
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    List<Outstanding> of(DealershipId dealership, DeliveryId delivery) {
        return jdbc.sql(SELECT + "   and o.delivery_id = :delivery order by o.due_on, o.id")
                .param("dealership", dealership.value())
                .param("delivery", delivery.value())
                .query((row, number) -> read(row))
                .list();
    }

    /** What is still owed, the longest overdue first. */
    List<Outstanding> open(DealershipId dealership, int most) {
        return jdbc.sql(SELECT + "   and o.settled_at is null order by o.due_on, o.id limit :most")
                .param("dealership", dealership.value())
                .param("most", most)
                .query((row, number) -> read(row))
                .list();
    }

    private static Outstanding read(ResultSet row) throws SQLException {
        Instant settledAt = Moments.readOrNull(row, "settled_at");
        return new Outstanding(
                row.getObject("id", UUID.class),
                new DeliveryId(row.getObject("delivery_id", UUID.class)),
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                CheckItem.valueOf(row.getString("item")),
                row.getString("words"),
                row.getObject("due_on", LocalDate.class),
                new StaffId(row.getObject("responsible_id", UUID.class)),
                Moments.read(row, "opened_at"),
                settledAt == null
                        ? null
                        : new Outstanding.Settled(
                                row.getString("settled_how"),
                                new StaffId(row.getObject("settled_by", UUID.class)),
                                settledAt));
    }
}
