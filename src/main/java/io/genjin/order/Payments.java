package io.genjin.order;

import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Moments;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffId;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the lines of the ledgers; the database lets none be changed or taken away. */
@Repository
class Payments {

    private final JdbcClient jdbc;

    Payments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DealershipId dealership, Payment payment) {
        try {
            jdbc.sql("""
                            insert into order_payment (dealership_id, id, order_id, kind, amount, way, receipt_no, note,
                                                       reverses_id, by_id, paid_at)
                            values (:dealership, :id, :order, :kind, :amount, :way, :receiptNo, :note, :reverses, :by, :at)
                            """)
                    .param("dealership", dealership.value())
                    .param("id", payment.id())
                    .param("order", payment.order().value())
                    .param("kind", payment.kind().name())
                    .param("amount", payment.amount().yuan())
                    .param("way", payment.way().name())
                    .param("receiptNo", payment.receiptNo())
                    .param("note", payment.note())
                    .param("reverses", payment.reverses())
                    .param("by", payment.by().value())
                    .param("at", Moments.bound(payment.at()))
                    .update();
        } catch (DuplicateKeyException known) {
            throw new FieldsRefused(Field.of("receiptNo", "field.receiptNo.known"));
        }
    }

    Ledger of(DealershipId dealership, SalesOrderId order) {
        return new Ledger(jdbc.sql("""
                        select p.id, p.kind, p.amount, p.way, p.receipt_no, p.note, p.reverses_id, p.by_id, p.paid_at
                          from order_payment p
                         where p.dealership_id = :dealership
                           and p.order_id = :order
                         order by p.paid_at, p.id
                        """)
                .param("dealership", dealership.value())
                .param("order", order.value())
                .query((row, number) -> new Payment(
                        row.getObject("id", UUID.class),
                        order,
                        Payment.Kind.valueOf(row.getString("kind")),
                        SalesOrders.amount(row, "amount"),
                        Payment.Way.valueOf(row.getString("way")),
                        row.getString("receipt_no"),
                        row.getString("note"),
                        row.getObject("reverses_id", UUID.class),
                        new StaffId(row.getObject("by_id", UUID.class)),
                        Moments.read(row, "paid_at")))
                .list());
    }
}
