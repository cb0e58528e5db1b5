package io.genjin.delivery;

import io.genjin.appointment.AppointmentFact;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.delivery.DeliveryFact.Kind;
import io.genjin.order.OrderDesk;
import io.genjin.order.OrderFact;
import io.genjin.order.SalesOrder;
import io.genjin.order.SalesOrderId;
import io.genjin.pdi.PdiDesk;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectFact;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Vin;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a car on the technicians' list as soon as it is set aside for an order, moves it there when the customer's appointment is
 * moved, and gives it free when it is not the order's any more or the order is cancelled.
 */
@Component
class CarsFollowTheOrder {

    private final Deliveries deliveries;
    private final OrderDesk orders;
    private final PdiDesk pdi;
    private final ProspectDesk prospects;
    private final ExpectedCustomer expected;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;

    CarsFollowTheOrder(
            Deliveries deliveries,
            OrderDesk orders,
            PdiDesk pdi,
            ProspectDesk prospects,
            ExpectedCustomer expected,
            StaffDirectory staff,
            Dealerships dealerships,
            ApplicationEventPublisher events) {
        this.deliveries = deliveries;
        this.orders = orders;
        this.pdi = pdi;
        this.prospects = prospects;
        this.expected = expected;
        this.staff = staff;
        this.dealerships = dealerships;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(OrderFact fact) {
        ProspectId customer = new ProspectId(fact.prospect());
        if (fact.what() == OrderFact.Kind.VEHICLE_MATCHED) {
            SalesOrder order = orders.get(
                    fact.dealership(),
                    SalesOrderId.of(String.valueOf(fact.details().get("order"))));
            Vin vin = order.vin();
            UUID actor = fact.actor();
            if (vin != null && actor != null) {
                pdi.want(
                        vin,
                        order.vehicle().name(),
                        order.vehicle().colour(),
                        customer,
                        null,
                        null,
                        staff.get(fact.dealership(), new StaffId(actor)));
            }
        }
        if (fact.what() == OrderFact.Kind.VEHICLE_RELEASED) {
            letGo(
                    fact.dealership(),
                    customer,
                    String.valueOf(fact.details().get("reason")),
                    fact.actor(),
                    fact.happenedAt());
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ProspectFact fact) {
        if (fact.what() == ProspectFact.Kind.ORDER_CANCELLED) {
            letGo(fact.dealership(), fact.id(), "ORDER_CANCELLED", fact.actor(), fact.happenedAt());
        }
    }

    /** Reception or the consultant moved the customer's appointment: the handover moves with it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AppointmentFact fact) {
        UUID actor = fact.actor();
        if (fact.what() != AppointmentFact.Kind.APPOINTMENT_MOVED || actor == null) {
            return;
        }
        String moved = String.valueOf(fact.details().get("appointment"));
        Instant to = Instant.parse(String.valueOf(fact.details().get("at")));
        ProspectId customer = new ProspectId(fact.prospect());
        deliveries
                .openOf(fact.dealership(), customer)
                .filter(seen -> String.valueOf(seen.appointment()).equals(moved))
                .filter(seen -> !seen.scheduledAt().equals(to))
                .ifPresent(seen -> follow(seen.id(), to, fact, staff.get(fact.dealership(), new StaffId(actor))));
    }

    private void follow(DeliveryId id, Instant to, AppointmentFact fact, StaffMember by) {
        Delivery one = deliveries.getForUpdate(fact.dealership(), id);
        Instant before = one.scheduledAt();
        one.move(to, one.place(), one.people());
        deliveries.update(one);
        pdi.want(
                one.vin(),
                one.model(),
                orders.get(fact.dealership(), one.order()).vehicle().colour(),
                one.prospect(),
                to,
                one.place(),
                by);
        Dealership dealership = dealerships.get(fact.dealership());
        Prospect prospect = prospects.get(fact.dealership(), one.prospect());
        events.publishEvent(DeliveryFact.of(Kind.DELIVERY_MOVED, id, prospect, by.id(), fact.happenedAt())
                .with("oldAt", before.toString())
                .with("at", to.toString())
                .with("oldDay", dealership.dayOf(before).toString())
                .with("day", dealership.dayOf(to).toString())
                .with("reason", fact.details().get("reason")));
    }

    private void letGo(DealershipId dealership, ProspectId customer, String reason, @Nullable UUID by, Instant at) {
        deliveries.openOf(dealership, customer).ifPresent(seen -> {
            Delivery one = deliveries.getForUpdate(dealership, seen.id());
            one.callOff(reason);
            deliveries.update(one);
            Prospect prospect = prospects.get(dealership, customer);
            if (by != null) {
                expected.comesNot(prospect, one.appointment(), reason, staff.get(dealership, new StaffId(by)));
            }
            events.publishEvent(DeliveryFact.of(
                            Kind.DELIVERY_CALLED_OFF, one.id(), prospect, by == null ? null : new StaffId(by), at)
                    .with("reason", reason));
        });
        pdi.release(customer, dealership);
    }
}
