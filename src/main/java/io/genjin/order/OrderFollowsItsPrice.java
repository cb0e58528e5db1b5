package io.genjin.order;

import io.genjin.deal.PriceDecided;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The word on a price moves the order that waits for it, in the same transaction: on to the cashier, or back. */
@Component
class OrderFollowsItsPrice {

    private final SalesOrders orders;
    private final OrderDesk desk;

    OrderFollowsItsPrice(SalesOrders orders, OrderDesk desk) {
        this.orders = orders;
        this.desk = desk;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void decided(PriceDecided price) {
        orders.liveOn(price.dealership(), price.quotation().value()).ifPresent(waiting -> {
            OrderDesk.Held held = desk.hold(waiting.id(), price.dealership());
            SalesOrder order = held.order();
            boolean waits =
                    order.status() == OrderStatus.PRICE_REVIEW && order.terms().quotationVersion() == price.version();
            if (!waits) {
                return;
            }
            if (price.approved()) {
                order.approvePrice();
                desk.confirmIfReady(held, price.by());
            } else {
                order.rejectPrice();
            }
            orders.update(order);
        });
    }
}
