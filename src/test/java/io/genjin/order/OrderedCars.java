package io.genjin.order;

import io.genjin.database.Tenancy;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Money;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders as far as a delivery needs them: confirmed with the deposit paid, and paid to the last cent. */
public final class OrderedCars {

    private static final Money DEPOSIT = Money.of("5000.00");

    private final SalesOrders orders;
    private final Payments payments;
    private final OrderDesk desk;
    private final Clock clock;
    private final TransactionTemplate transaction;

    public OrderedCars(ApplicationContext app) {
        this.orders = app.getBean(SalesOrders.class);
        this.payments = app.getBean(Payments.class);
        this.desk = app.getBean(OrderDesk.class);
        this.clock = app.getBean(Clock.class);
        this.transaction = app.getBean(TransactionTemplate.class);
    }

    /** A customer's confirmed order, of which all but the deposit is still to be paid. */
    public SalesOrderId confirmed(String prospect, LocalDate promised, StaffMember by) {
        return Tenancy.within(
                by.dealership(),
                () -> transaction.execute(status -> {
                    Instant now = clock.instant();
                    SalesOrder order = SalesOrder.draft(
                            by.dealership(),
                            orders.nextNumber(),
                            ProspectId.of(prospect),
                            SalesOrderId.next(),
                            new SalesOrder.Terms(
                                    new UUID(7, 2),
                                    1,
                                    new OrderedVehicle("途观", "1.8T", "极地白", null),
                                    new OrderPrice(
                                            Money.of("189900.00"),
                                            Money.of("6000.00"),
                                            Money.of("18345.67"),
                                            Money.NOTHING),
                                    new Buyer("张伟", Buyer.IdentityType.ID_CARD, new byte[] {1}, new byte[] {2}),
                                    DepositType.EARNEST,
                                    DEPOSIT,
                                    SalesOrder.PaymentWay.CASH_FULL,
                                    null,
                                    promised),
                            by.id(),
                            now);
                    orders.add(order);
                    order.submit(true);
                    orders.update(order);
                    paid(order, Payment.Kind.DEPOSIT, DEPOSIT, by, now);
                    OrderDesk.Held held = desk.hold(order.id(), by.dealership());
                    held.order().depositPaid(now);
                    desk.confirmIfReady(held, by);
                    orders.update(held.order());
                    return order.id();
                }));
    }

    /** The rest of the price comes in. */
    public void paidUp(SalesOrderId id, StaffMember by) {
        Tenancy.within(
                by.dealership(),
                () -> transaction.executeWithoutResult(status -> {
                    OrderDesk.Held held = desk.hold(id, by.dealership());
                    Money open = desk.outstanding(held.order());
                    paid(held.order(), Payment.Kind.INSTALMENT, open, by, clock.instant());
                    held.order().settle(true);
                    orders.update(held.order());
                }));
    }

    private void paid(SalesOrder order, Payment.Kind kind, Money amount, StaffMember by, Instant at) {
        payments.add(
                order.dealership(),
                new Payment(
                        TypedId.newValue(),
                        order.id(),
                        kind,
                        amount,
                        Payment.Way.CARD,
                        "SJ-" + TypedId.newValue(),
                        null,
                        null,
                        by.id(),
                        at));
    }
}
