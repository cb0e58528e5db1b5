package io.genjin.order.web;

import io.genjin.order.OrderFile;
import io.genjin.prospect.ProspectId;
import java.util.List;

/**
 * The orders of a customer on their page.
 *
 * @param asPart whether it is loaded into the card; otherwise it is a page of its own
 */
public record OrderPanel(ProspectId prospect, List<OrderFile.Opened> orders, boolean asPart) {

    public boolean hasLive() {
        return orders.stream().anyMatch(one -> one.order().status().isLive());
    }
}
