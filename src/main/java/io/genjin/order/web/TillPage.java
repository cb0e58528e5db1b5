package io.genjin.order.web;

import io.genjin.order.OrderBook;
import io.genjin.order.Payment;
import io.genjin.order.SalesOrderId;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import io.genjin.shared.web.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The cashier's first screen: money to take and money to give back.
 *
 * @param refused the order whose payment was refused, with what was typed in {@code form}
 */
public record TillPage(
        Page<OrderBook.Row> rows, People people, @Nullable SalesOrderId refused, Fields form) {

    /** What is typed, or what is owed as the form offers it. */
    public Fields formOf(OrderBook.Row row) {
        if (row.order().id().equals(refused)) {
            return form;
        }
        boolean back = row.toReturn().isPositive();
        return Fields.empty().put("kind", kind(row)).put("amount", back ? row.toReturn() : row.toTake());
    }

    public static Payment.Kind kind(OrderBook.Row row) {
        if (row.toReturn().isPositive()) {
            return Payment.Kind.REFUND;
        }
        return row.order().status().isOpenToChange() ? Payment.Kind.DEPOSIT : Payment.Kind.INSTALMENT;
    }

    public boolean refusedIsGone() {
        return form.isRefused()
                && rows.items().stream().noneMatch(row -> row.order().id().equals(refused));
    }
}
