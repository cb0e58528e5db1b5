package io.genjin.order;

import io.genjin.prospect.LifeCycle;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Money;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.Vin;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the order is to the rooms around it: to be read, and to be moved by the delivery, which has checked that the person may.
 * Buyers, prices and terms are the {@link DraftDesk}'s, money the {@link CashDesk}'s.
 */
@Service
public class OrderDesk {

    private static final int LONGEST_REASON = 500;

    private final SalesOrders orders;
    private final Payments payments;
    private final ProspectDesk prospects;
    private final LifeCycle lifeCycle;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrderDesk(
            SalesOrders orders,
            Payments payments,
            ProspectDesk prospects,
            LifeCycle lifeCycle,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.prospects = prospects;
        this.lifeCycle = lifeCycle;
        this.events = events;
        this.clock = clock;
    }

    /** The order itself, whoever asks: for modules that act on it, never for answers to people. */
    @Transactional(readOnly = true)
    public SalesOrder get(DealershipId dealership, SalesOrderId id) {
        return orders.find(dealership, id).orElseThrow(() -> new NothingHere(id));
    }

    /** Reads the order and holds it until the transaction ends; whoever also holds the customer does that first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public SalesOrder hold(DealershipId dealership, SalesOrderId id) {
        return orders.getForUpdate(dealership, id);
    }

    /** All orders of one case, newest first. */
    @Transactional(readOnly = true)
    public List<SalesOrder> of(DealershipId dealership, ProspectId prospect) {
        return orders.of(dealership, List.of(prospect));
    }

    /** The customer's order that is still open, if there is one. */
    @Transactional(readOnly = true)
    public Optional<SalesOrder> liveOf(DealershipId dealership, ProspectId prospect) {
        return of(dealership, prospect).stream()
                .filter(order -> order.status().isLive())
                .findFirst();
    }

    /** The order for which this car is or was set aside. */
    @Transactional(readOnly = true)
    public Optional<SalesOrder> withVin(DealershipId dealership, Vin vin) {
        return orders.withVin(dealership, vin);
    }

    /** What is still to be paid. */
    @Transactional(readOnly = true)
    public Money outstanding(SalesOrder order) {
        return payments.of(order.dealership(), order.id()).outstanding(order.price());
    }

    @Transactional(readOnly = true)
    public boolean isPaidInFull(SalesOrder order) {
        return payments.of(order.dealership(), order.id()).isPaidInFull(order.price());
    }

    /**
     * Sets a car aside for the order (配车). One car, one order: the database sees to it.
     *
     * @throws VehicleTaken    when the car is set aside for another order
     * @throws OrderNotInState when the order is not confirmed, or has its car
     */
    @Transactional
    public SalesOrder matchVehicle(SalesOrderId id, Vin vin, StaffMember by) {
        Held held = hold(id, by.dealership());
        if (orders.withVin(by.dealership(), vin)
                .filter(other -> !other.id().equals(id))
                .isPresent()) {
            throw new VehicleTaken(vin);
        }
        boolean paid = isPaidInFull(held.order());
        held.order().match(vin, paid);
        orders.update(held.order());
        tell(held, OrderFact.Kind.VEHICLE_MATCHED, Map.of("vin", vin.value()), by.id());
        if (paid) {
            tell(held, OrderFact.Kind.PAID_IN_FULL, Map.of(), by.id());
        }
        return held.order();
    }

    /** The car goes to somebody else, or turned out to be the wrong one. An appointment falls with it. */
    @Transactional
    public SalesOrder releaseVehicle(SalesOrderId id, String reason, StaffMember by) {
        Held held = hold(id, by.dealership());
        Vin vin = held.order().vin();
        held.order().release();
        orders.update(held.order());
        tell(
                held,
                OrderFact.Kind.VEHICLE_RELEASED,
                Map.of("vin", vin == null ? "" : vin.value(), "reason", reason),
                by.id());
        return held.order();
    }

    /** The day of the handover is agreed; the delivery tells its own fact. */
    @Transactional
    public SalesOrder scheduled(SalesOrderId id, StaffMember by) {
        SalesOrder order = orders.getForUpdate(by.dealership(), id);
        order.scheduled();
        orders.update(order);
        return order;
    }

    /** The agreed day was given up without another. */
    @Transactional
    public SalesOrder unscheduled(SalesOrderId id, StaffMember by) {
        SalesOrder order = orders.getForUpdate(by.dealership(), id);
        order.unscheduled(isPaidInFull(order));
        orders.update(order);
        return order;
    }

    /**
     * The customer has signed and drives away: the order ends, and with it the case ({@link LifeCycle#deliver}).
     *
     * @throws NotPaidInFull   while anything is owed
     * @throws OrderNotInState without an appointment
     */
    @Transactional
    public SalesOrder delivered(SalesOrderId id, Instant at, StaffMember by) {
        Held held = hold(id, by.dealership());
        Money outstanding = outstanding(held.order());
        if (outstanding.isPositive()) {
            throw new NotPaidInFull(outstanding);
        }
        held.order().delivered(at);
        orders.update(held.order());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("order", id.toString());
        details.put("orderNo", held.order().orderNo());
        details.put("model", held.order().vehicle().model());
        Vin vin = held.order().vin();
        if (vin != null) {
            details.put("vin", vin.value());
        }
        details.put("promised", held.order().promisedDelivery().toString());
        lifeCycle.deliver(held.prospect(), details, by);
        return held.order();
    }

    /** The delivered car was taken back (退车); what was sold stays sold in its month, and the case stays closed. */
    @Transactional
    public SalesOrder takeBack(SalesOrderId id, @Nullable String reasonTyped, StaffMember by) {
        Held held = hold(id, by.dealership());
        List<Field> wrong = new ArrayList<>();
        String reason = PlainText.line(reasonTyped, LONGEST_REASON, "reason", wrong);
        if (reason == null) {
            wrong.add(Field.of("reason", "field.required"));
        }
        if (!wrong.isEmpty() || reason == null) {
            throw new FieldsRefused(wrong);
        }
        held.order().returned();
        orders.update(held.order());
        tell(held, OrderFact.Kind.ORDER_RETURNED, Map.of("reason", reason), by.id());
        return held.order();
    }

    /** An order and its customer, both held: the customer first, so that no two desks wait for each other. */
    record Held(SalesOrder order, Prospect prospect) {}

    /** Holds an order for a desk that has checked that the person may. */
    Held hold(SalesOrderId id, DealershipId in) {
        SalesOrder seen = orders.find(in, id).orElseThrow(() -> new NothingHere(id));
        Prospect prospect = prospects.hold(seen.prospect(), in);
        return new Held(orders.getForUpdate(in, id), prospect);
    }

    /** Holds an order whose customer the person may act on by {@code operation}; another's is not there (S-R22). */
    Held hold(SalesOrderId id, StaffMember by, String operation) {
        SalesOrder seen = orders.find(by.dealership(), id).orElseThrow(() -> new NothingHere(id));
        Prospect prospect = prospects.hold(seen.prospect(), by, operation);
        return new Held(orders.getForUpdate(by.dealership(), id), prospect);
    }

    void tell(Held held, OrderFact.Kind what, Map<String, Object> details, @Nullable StaffId by) {
        OrderFact fact = OrderFact.of(what, held.order(), held.prospect(), by, clock.instant());
        for (Map.Entry<String, Object> detail : details.entrySet()) {
            fact = fact.with(detail.getKey(), detail.getValue());
        }
        events.publishEvent(fact);
    }

    /** Confirms the order when nothing is missing any more; with it the customer has ordered (4.1 rule 6). */
    boolean confirmIfReady(Held held, StaffMember by) {
        SalesOrder order = held.order();
        if (!order.isReadyToConfirm()) {
            return false;
        }
        Prospect prospect = held.prospect();
        order.confirm(new Snapshot(prospect.content().source(), prospect.grade(), prospect.owner()), clock.instant());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("order", order.id().toString());
        details.put("orderNo", order.orderNo());
        details.put("model", order.vehicle().model());
        details.put("total", order.price().total().toString());
        details.put("discount", order.price().discount().toString());
        details.put("depositType", order.terms().depositType().name());
        details.put("deposit", order.terms().deposit().toString());
        details.put("payment", order.terms().paymentWay().name());
        details.put("promised", order.promisedDelivery().toString());
        lifeCycle.order(prospect, details, by);
        return true;
    }
}
