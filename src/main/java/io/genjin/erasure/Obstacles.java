package io.genjin.erasure;

import io.genjin.shared.DealershipId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks through orders, deliveries and whatever else of a customer is not finished, or must be kept. */
@Repository
class Obstacles {

    /** 汽车销售管理办法: records of sold cars and their users are kept no shorter than ten years. */
    static final int YEARS_KEPT = 10;

    private static final String SQL = """
            select 'CASE_OPEN' as kind, card_no::text as which, null::date as day
              from prospect
             where dealership_id = :dealership
               and id in (:cases)
               and status not in ('DEFEATED', 'INVALID', 'DUPLICATE', 'DELIVERED', 'ORDERED')
            union all
            select 'ORDER_OPEN', order_no, null
              from sales_order
             where dealership_id = :dealership
               and prospect_id in (:cases)
               and status not in ('CANCELLED', 'DELIVERED', 'RETURNED')
            union all
            select 'DELIVERY_OPEN', null, null
              from delivery
             where dealership_id = :dealership
               and prospect_id in (:cases)
               and status = 'OPEN'
            union all
            select 'OWED', null, null
              from delivery_outstanding
             where dealership_id = :dealership
               and prospect_id in (:cases)
               and settled_at is null
            union all
            select 'COMPLAINT_OPEN', null, null
              from complaint
             where dealership_id = :dealership
               and prospect_id in (:cases)
               and status <> 'CLOSED'
            union all
            select 'DRIVE_OPEN', null, null
              from test_drive
             where dealership_id = :dealership
               and prospect_id in (:cases)
               and status in ('BOOKED', 'AGREED', 'OUT')
            union all
            select 'REWARD_OPEN', null, null
              from introduction i
              join co_selling_reward r
                on r.dealership_id = i.dealership_id
               and r.introduction_id = i.id
             where i.dealership_id = :dealership
               and i.prospect_id in (:cases)
               and r.state in ('DUE', 'APPROVED')
            union all
            select 'KEPT_BY_LAW', order_no, (delivered_at at time zone 'UTC')::date
              from sales_order
             where dealership_id = :dealership
               and prospect_id in (:cases)
               and delivered_at is not null
            union all
            select 'KEPT_BY_LAW', null, delivered_on
              from owner_file
             where dealership_id = :dealership
               and prospect_id in (:cases)
            """;

    private final JdbcClient jdbc;

    Obstacles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What stands in the way of erasing the customer of these cases, the unfinished first; nothing when nothing does. */
    List<Obstacle> of(DealershipId dealership, Collection<UUID> cases, LocalDate today) {
        return jdbc
                .sql(SQL)
                .param("dealership", dealership.value())
                .param("cases", cases)
                .query((row, number) -> {
                    LocalDate day = row.getObject("day", LocalDate.class);
                    return new Obstacle(
                            Obstacle.Kind.valueOf(row.getString("kind")),
                            row.getString("which"),
                            day == null ? null : day.plusYears(YEARS_KEPT));
                })
                .list()
                .stream()
                .filter(one -> one.until() == null || one.until().isAfter(today))
                .distinct()
                .sorted(Comparator.comparing(Obstacle::kind))
                .toList();
    }
}
