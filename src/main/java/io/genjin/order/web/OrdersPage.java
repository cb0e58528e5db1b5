package io.genjin.order.web;

import io.genjin.order.OrderBook;
import io.genjin.order.OrderStatus;
import io.genjin.order.OrderStep;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The orders of the dealership, filtered. */
public record OrdersPage(
        OrderBook.Which which, @Nullable OrderStatus status, Page<OrderBook.Row> rows, People people, LocalDate today) {

    public boolean isLate(OrderBook.Row row) {
        return OrderStep.isLate(row.order(), today);
    }

    public String nextPath() {
        return rows.next() == null
                ? ""
                : "/orders?which=" + which + (status == null ? "" : "&status=" + status) + "&cursor=" + rows.next();
    }
}
