package io.genjin.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What has to happen for an order, in its order; the page shows what is done and what is missing next. */
public enum OrderStep {
    HANDED_IN,
    PRICE_AGREED,
    DEPOSIT_PAID,
    CONFIRMED,
    LOAN_ANSWERED,
    CAR_SET_ASIDE,
    PAID_IN_FULL,
    HANDOVER_AGREED,
    DELIVERED;

    /** A step and whether it is done. */
    public record Check(OrderStep step, boolean done) {}

    /** The steps of this order; a loan's only when there is one. */
    public static List<Check> of(SalesOrder order, Ledger ledger) {
        OrderStatus status = order.status();
        Loan loan = order.loan();
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(HANDED_IN, status != OrderStatus.DRAFT && status != OrderStatus.REJECTED));
        checks.add(new Check(PRICE_AGREED, order.isPriceApproved()));
        checks.add(new Check(DEPOSIT_PAID, order.depositPaidAt() != null));
        checks.add(new Check(CONFIRMED, order.confirmedAt() != null));
        if (loan != null) {
            checks.add(new Check(
                    LOAN_ANSWERED, loan.status() == LoanStatus.APPROVED || loan.status() == LoanStatus.PAID_OUT));
        }
        checks.add(new Check(CAR_SET_ASIDE, order.vin() != null));
        checks.add(new Check(PAID_IN_FULL, ledger.isPaidInFull(order.price())));
        checks.add(new Check(HANDOVER_AGREED, status == OrderStatus.DELIVERY_SCHEDULED || order.deliveredAt() != null));
        checks.add(new Check(DELIVERED, order.deliveredAt() != null));
        return checks;
    }

    /** Whether the promised day has passed without the car. */
    public static boolean isLate(SalesOrder order, LocalDate today) {
        return order.status().isLive() && order.promisedDelivery().isBefore(today);
    }
}
