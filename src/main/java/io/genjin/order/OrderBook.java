package io.genjin.order;

import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Access;
import io.genjin.shared.Conditions;
import io.genjin.shared.Cursor;
import io.genjin.shared.Money;
import io.genjin.shared.Page;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The orders of the dealership, by what is to be done next: earliest promised day first (订单列表). */
@Component
@Transactional(readOnly = true)
public class OrderBook {

    private static final String PAID = """
            (select coalesce(sum(p.amount), 0) from order_payment p
              where p.dealership_id = o.dealership_id and p.order_id = o.id)
            """;
    private static final String REFUNDED = """
            (select coalesce(-sum(p.amount), 0) from order_payment p
               left join order_payment r on r.dealership_id = p.dealership_id and r.id = p.reverses_id
              where p.dealership_id = o.dealership_id and p.order_id = o.id
                and (p.kind = 'REFUND' or r.kind = 'REFUND'))
            """;
    private static final String DUE = "greatest(o.vehicle_price - o.discount + o.extras - o.trade_in, 0)";

    /** What a reader looks for. */
    public enum Which {
        OPEN("o.status not in ('DELIVERED', 'CANCELLED', 'RETURNED')"),
        /** Waits for a price or a deposit. */
        REVIEW("o.status in ('DRAFT', 'PRICE_REVIEW', 'FINANCE_REVIEW', 'REJECTED')"),
        BINDING("o.status in ('CONFIRMED', 'VEHICLE_MATCHED', 'PAID_IN_FULL', 'DELIVERY_SCHEDULED')"),
        /** The promised day has passed. */
        LATE("o.status not in ('DELIVERED', 'CANCELLED', 'RETURNED') and o.promised_delivery < :today"),
        /** A bank is to be asked for its answer. */
        LOAN("o.status not in ('CANCELLED', 'RETURNED') and o.loan_chase_on <= :today"),
        /** Money is to be taken or paid back. */
        MONEY("""
              (o.status in ('PRICE_REVIEW', 'FINANCE_REVIEW') and o.deposit_paid_at is null
               or o.status in ('CONFIRMED', 'VEHICLE_MATCHED', 'PAID_IN_FULL', 'DELIVERY_SCHEDULED') and %s < %s
               or o.status = 'CANCELLED' and o.refund > %s)""".formatted(PAID, DUE, REFUNDED)),
        DELIVERED("o.status in ('DELIVERED', 'RETURNED')"),
        CANCELLED("o.status = 'CANCELLED'"),
        ALL("true");

        private final String condition;

        Which(String condition) {
            this.condition = condition;
        }

        /** Who names only a status means it whatever became of the order; who names nothing means what is open. */
        public static Which asked(@Nullable Which which, @Nullable OrderStatus status) {
            if (which != null) {
                return which;
            }
            return status == null ? OPEN : ALL;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One order.
     *
     * @param owner    who answers for its customer now
     * @param paid     what its ledger adds up to
     * @param refunded what was paid back
     */
    public record Row(SalesOrder order, StaffId owner, Money paid, Money refunded) {

        /** What is to be taken now: the deposit, or what is left. */
        public Money toTake() {
            if (order.status().isOpenToChange()) {
                return order.depositPaidAt() == null ? order.terms().deposit() : Money.NOTHING;
            }
            Money open = order.price().due().minus(paid);
            return order.status().isBinding() && open.isPositive() ? open : Money.NOTHING;
        }

        /** What is to be paid back now. */
        public Money toReturn() {
            Cancellation why = order.cancellation();
            return why == null ? Money.NOTHING : why.refund().minus(refunded);
        }
    }

    private final JdbcClient jdbc;
    private final Access access;
    private final Dealerships dealerships;
    private final Clock clock;

    OrderBook(JdbcClient jdbc, Access access, Dealerships dealerships, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /** A page of orders that the reader may see. */
    public Page<Row> find(
            Which which, @Nullable OrderStatus status, int limit, @Nullable String cursor, StaffMember reader) {
        Cursor after = Cursor.read(cursor, 2);
        Conditions where = Conditions.in(reader.dealership(), "o.dealership_id").and(which.condition);
        if (which.condition.contains(":today")) {
            where.with("today", today(reader));
        }
        if (status != null) {
            where.and("o.status = :status").with("status", status.name());
        }
        if (!access.seesAll(reader, "order.read")) {
            where.and("c.owner_id in (:owners)")
                    .with(
                            "owners",
                            access.ownersOf(reader).stream().map(StaffId::value).toList());
        }
        if (after != null) {
            where.and("(o.promised_delivery, o.id) > (:day, :id)")
                    .with("day", Cursor.day(after.values().get(0)))
                    .with("id", Cursor.uuid(after.values().get(1)));
        }
        List<Row> rows = jdbc.sql("""
                        select %s, c.owner_id, %s as paid, %s as refunded
                          from sales_order o
                          join prospect_report c on c.dealership_id = o.dealership_id and c.id = o.prospect_id
                         where %s
                         order by o.promised_delivery, o.id
                         limit :rows
                        """.formatted(SalesOrders.COLUMNS, PAID, REFUNDED, where.sql()))
                .params(where.params())
                .param("rows", limit + 1)
                .query((row, number) -> new Row(
                        SalesOrders.read(row),
                        new StaffId(row.getObject("owner_id", UUID.class)),
                        SalesOrders.amount(row, "paid"),
                        SalesOrders.amount(row, "refunded")))
                .list();
        return Page.of(
                rows,
                limit,
                last -> Cursor.of(last.order().promisedDelivery(), last.order().id()));
    }

    private LocalDate today(StaffMember reader) {
        return dealerships.get(reader.dealership()).today(clock);
    }
}
