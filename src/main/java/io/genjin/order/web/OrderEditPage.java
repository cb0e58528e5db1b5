package io.genjin.order.web;

import io.genjin.order.SalesOrder;
import io.genjin.prospect.Prospect;
import io.genjin.shared.web.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of an order.
 *
 * @param order  nothing for a new one
 * @param masked the buyer's number that it has
 * @param quotes shown versions from which it can be drawn, by {@code quotation:version}
 */
public record OrderEditPage(
        Prospect prospect, @Nullable SalesOrder order, String masked, Map<String, String> quotes, Fields form) {

    public String action() {
        return order == null ? "/prospects/" + prospect.id() + "/orders" : "/orders/" + order.id();
    }

    public String back() {
        return order == null ? "/prospects/" + prospect.id() : "/orders/" + order.id();
    }
}
