package io.genjin.delivery;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.delivery.DeliveryFact.Kind;
import io.genjin.order.OrderDesk;
import io.genjin.order.SalesOrder;
import io.genjin.order.SalesOrderId;
import io.genjin.pdi.PdiDesk;
import io.genjin.pdi.TypedVin;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.Vin;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a car is set aside for an order, its handover is agreed with the customer, moved, called off and prepared (2.9). */
@Service
@Transactional
public class DeliveryDesk {

    private static final Duration LONGEST_AHEAD = Duration.ofDays(366);
    private static final int LONGEST = 200;

    private final Deliveries deliveries;
    private final OrderDesk orders;
    private final PdiDesk pdi;
    private final ProspectDesk prospects;
    private final ExpectedCustomer expected;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeliveryDesk(
            Deliveries deliveries,
            OrderDesk orders,
            PdiDesk pdi,
            ProspectDesk prospects,
            ExpectedCustomer expected,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.deliveries = deliveries;
        this.orders = orders;
        this.pdi = pdi;
        this.prospects = prospects;
        this.expected = expected;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** When and where the customer gets the car, and who is to be there. */
    public record Wish(
            @Nullable Instant at,
            @Nullable String place,
            @Nullable String people) {}

    /**
     * Sets a car aside for the customer's order (配车), by its VIN as typed; with it the car is on the technicians' list.
     *
     * @throws FieldsRefused naming what is wrong with the number
     * @throws io.genjin.order.VehicleTaken when another order has it
     */
    public SalesOrder match(ProspectId customer, @Nullable String vin, StaffMember by) {
        Prospect held = prospects.hold(customer, by, "delivery.match");
        List<Field> wrong = new ArrayList<>();
        Vin number = TypedVin.read(vin, "vin", wrong);
        if (number == null) {
            throw new FieldsRefused(wrong);
        }
        return orders.matchVehicle(orderOf(held).id(), number, by);
    }

    /** Gives the car of an order free again, with the reason; an appointment falls with it. */
    public SalesOrder release(ProspectId customer, @Nullable String reason, StaffMember by) {
        Prospect held = prospects.hold(customer, by, "delivery.match");
        String why = reason(reason);
        SalesOrder order = orderOf(held);
        if (order.vin() == null) {
            throw new CarNotMatched();
        }
        return orders.releaseVehicle(order.id(), why, by);
    }

    /**
     * Agrees with the customer when the car is handed over.
     *
     * @throws CarNotMatched before a car is set aside
     * @throws DeliveryScheduledAlready when there is an appointment
     */
    public Delivery schedule(ProspectId customer, Wish wish, StaffMember by) {
        Prospect held = prospects.hold(customer, by, "delivery.prepare");
        Instant now = clock.instant();
        Wish clean = checked(wish, now, new ArrayList<>());
        SalesOrder order = orderOf(held);
        Vin vin = order.vin();
        if (vin == null) {
            throw new CarNotMatched();
        }
        if (deliveries.openOf(by.dealership(), customer).isPresent()) {
            throw new DeliveryScheduledAlready();
        }
        Delivery made = new Delivery(new Delivery.State(
                DeliveryId.next(),
                by.dealership(),
                order.id(),
                customer,
                vin,
                order.vehicle().name(),
                order.promisedDelivery(),
                Objects.requireNonNull(clean.at()),
                Objects.requireNonNull(clean.place()),
                clean.people(),
                0,
                expected.comesAt(held, Objects.requireNonNull(clean.at()), Objects.requireNonNull(clean.place()), by),
                Delivery.Status.OPEN,
                Map.of(),
                HandoverSheet.BLANK,
                by.id(),
                now,
                null,
                null,
                null));
        want(made, order, by);
        deliveries.add(made);
        orders.scheduled(order.id(), by);
        Dealership dealership = dealerships.get(by.dealership());
        events.publishEvent(DeliveryFact.of(Kind.DELIVERY_SCHEDULED, made.id(), held, by.id(), now)
                .with("at", made.scheduledAt().toString())
                .with("day", dealership.dayOf(made.scheduledAt()).toString())
                .with("promised", made.promised().toString())
                .with("late", made.isLateFor(dealership.dayOf(made.scheduledAt())) ? true : null));
        return made;
    }

    /** Moves the handover, with the reason; the technician's list moves with it. */
    public Delivery move(DeliveryId id, Wish wish, @Nullable String reason, StaffMember by) {
        Prospect held = holdCustomer(id, by);
        Instant now = clock.instant();
        List<Field> wrong = new ArrayList<>();
        String why = PlainText.line(reason, LONGEST, "reason", wrong);
        if (why == null) {
            wrong.add(Field.of("reason", "field.required"));
        }
        Wish clean = checked(wish, now, wrong);
        Delivery one = deliveries.getForUpdate(by.dealership(), id);
        Instant before = one.scheduledAt();
        one.move(Objects.requireNonNull(clean.at()), Objects.requireNonNull(clean.place()), clean.people());
        deliveries.update(one);
        one.appointed(expected.comesAt(held, one.scheduledAt(), one.place(), by));
        deliveries.update(one);
        SalesOrder order = orders.get(by.dealership(), one.order());
        want(one, order, by);
        Dealership dealership = dealerships.get(by.dealership());
        events.publishEvent(DeliveryFact.of(Kind.DELIVERY_MOVED, id, held, by.id(), now)
                .with("oldAt", before.toString())
                .with("at", one.scheduledAt().toString())
                .with("oldDay", dealership.dayOf(before).toString())
                .with("day", dealership.dayOf(one.scheduledAt()).toString())
                .with("reason", why));
        return one;
    }

    /** The handover is called off without another day; the order waits for a new one. */
    public Delivery callOff(DeliveryId id, @Nullable String reason, StaffMember by) {
        Prospect held = holdCustomer(id, by);
        String why = reason(reason);
        Delivery one = deliveries.getForUpdate(by.dealership(), id);
        one.callOff(why);
        deliveries.update(one);
        expected.comesNot(held, one.appointment(), why, by);
        SalesOrder order = orders.unscheduled(one.order(), by);
        pdi.want(one.vin(), one.model(), order.vehicle().colour(), one.prospect(), null, null, by);
        events.publishEvent(DeliveryFact.of(Kind.DELIVERY_CALLED_OFF, id, held, by.id(), clock.instant())
                .with("reason", why));
        return one;
    }

    /** What is prepared for the customer; who ticked it first stays named. */
    public Delivery prepare(DeliveryId id, Set<Preparation> done, StaffMember by) {
        holdCustomer(id, by);
        Delivery one = deliveries.getForUpdate(by.dealership(), id);
        one.prepare(done, by.id(), clock.instant());
        deliveries.update(one);
        return one;
    }

    private Prospect holdCustomer(DeliveryId id, StaffMember by) {
        return prospects.hold(deliveries.get(by.dealership(), id).prospect(), by, "delivery.prepare");
    }

    private SalesOrder orderOf(Prospect held) {
        SalesOrderId live = orders.liveOf(held.dealership(), held.id())
                .orElseThrow(CarNotMatched::new)
                .id();
        return orders.hold(held.dealership(), live);
    }

    private void want(Delivery one, SalesOrder order, StaffMember by) {
        pdi.want(one.vin(), one.model(), order.vehicle().colour(), one.prospect(), one.scheduledAt(), one.place(), by);
    }

    private static Wish checked(Wish wish, Instant now, List<Field> wrong) {
        Instant at = wish.at();
        if (at == null) {
            wrong.add(Field.of("at", "field.required"));
        } else if (!at.isAfter(now)) {
            wrong.add(Field.of("at", "delivery.past"));
        } else if (at.isAfter(now.plus(LONGEST_AHEAD))) {
            wrong.add(Field.of("at", "delivery.tooFar"));
        }
        String place = PlainText.line(wish.place(), LONGEST, "place", wrong);
        if (place == null) {
            wrong.add(Field.of("place", "field.required"));
        }
        String people = PlainText.line(wish.people(), LONGEST, "people", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new Wish(at, place, people);
    }

    private static String reason(@Nullable String typed) {
        List<Field> wrong = new ArrayList<>();
        String why = PlainText.line(typed, LONGEST, "reason", wrong);
        if (why == null) {
            wrong.add(Field.of("reason", "field.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return Objects.requireNonNull(why);
    }
}
