package io.genjin.order;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Money;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The till: every amount that comes in or goes out for an order is one line of its ledger. The order is held meanwhile, so that two
 * cashiers at once never take the same money twice or pay out more than there is.
 */
@Service
public class CashDesk {

    private static final int LONGEST = 60;
    private static final int LONGEST_NOTE = 200;
    private static final Set<OrderStatus> WAITS_FOR_DEPOSIT =
            EnumSet.of(OrderStatus.PRICE_REVIEW, OrderStatus.FINANCE_REVIEW);

    private final SalesOrders orders;
    private final Payments payments;
    private final OrderDesk desk;
    private final Clock clock;

    CashDesk(SalesOrders orders, Payments payments, OrderDesk desk, Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Money as the cashier types it.
     *
     * @param amount of the deposit: nothing means the agreed one
     */
    public record MoneyWish(
            Payment.@Nullable Kind kind,
            @Nullable String amount,
            Payment.@Nullable Way way,
            @Nullable String receiptNo,
            @Nullable String note) {}

    /**
     * Takes money in, or pays back what a cancelled order left. The deposit is exactly the agreed one, and with it an order whose
     * price is approved is confirmed (4.1 rule 6). Nothing above what is owed is taken, nothing above what there is paid out.
     */
    @Transactional
    public Payment book(SalesOrderId id, MoneyWish wish, StaffMember by) {
        OrderDesk.Held held = desk.hold(id, by.dealership());
        SalesOrder order = held.order();
        Ledger ledger = payments.of(by.dealership(), id);
        List<Field> wrong = new ArrayList<>();
        Payment.Kind kind = kind(wish.kind(), order, wrong);
        if (wish.way() == null) {
            wrong.add(Field.of("way", "field.required"));
        }
        String receipt = PlainText.line(wish.receiptNo(), LONGEST, "receiptNo", wrong);
        if (receipt == null) {
            wrong.add(Field.of("receiptNo", "field.required"));
        }
        String note = PlainText.line(wish.note(), LONGEST_NOTE, "note", wrong);
        Money amount = kind == null ? null : amount(kind, wish.amount(), order, ledger, wrong);
        if (!wrong.isEmpty() || kind == null || amount == null) {
            throw new FieldsRefused(wrong);
        }
        Instant now = clock.instant();
        boolean out = kind == Payment.Kind.REFUND;
        Payment payment = new Payment(
                TypedId.newValue(),
                id,
                kind,
                out ? amount.negated() : amount,
                Objects.requireNonNull(wish.way()),
                Objects.requireNonNull(receipt),
                note,
                null,
                by.id(),
                now);
        payments.add(by.dealership(), payment);
        told(held, payment, amount, by);
        if (kind == Payment.Kind.DEPOSIT) {
            order.depositPaid(now);
            desk.confirmIfReady(held, by);
        }
        if (kind == Payment.Kind.LOAN_PAYOUT) {
            paidOut(held, by);
        }
        boolean before = ledger.isPaidInFull(order.price());
        settle(held, before, by);
        orders.update(order);
        return payment;
    }

    private static Payment.@Nullable Kind kind(Payment.@Nullable Kind asked, SalesOrder order, List<Field> wrong) {
        boolean fits = asked != null
                && switch (asked) {
                    case DEPOSIT -> WAITS_FOR_DEPOSIT.contains(order.status()) && order.depositPaidAt() == null;
                    case INSTALMENT -> order.status().isBinding();
                    case LOAN_PAYOUT -> {
                        Loan loan = order.loan();
                        yield order.status().isBinding() && loan != null && loan.status() == LoanStatus.APPROVED;
                    }
                    case REFUND -> order.status() == OrderStatus.CANCELLED;
                    case REVERSAL -> false;
                };
        if (!fits) {
            wrong.add(Field.of("kind", asked == null ? "field.required" : "field.paymentKind"));
            return null;
        }
        return asked;
    }

    private static @Nullable Money amount(
            Payment.Kind kind, @Nullable String typed, SalesOrder order, Ledger ledger, List<Field> wrong) {
        boolean nothing = typed == null || typed.isBlank();
        if (kind == Payment.Kind.DEPOSIT && nothing) {
            return order.terms().deposit();
        }
        Money amount = typed == null
                ? null
                : Money.parse(typed).filter(Money::isPositive).orElse(null);
        if (amount == null) {
            wrong.add(Field.of("amount", nothing ? "field.required" : "field.amount"));
            return null;
        }
        Money deposit = order.terms().deposit();
        Money most = kind == Payment.Kind.REFUND ? openRefund(order, ledger) : ledger.outstanding(order.price());
        if (kind == Payment.Kind.DEPOSIT && !amount.equals(deposit)) {
            wrong.add(Field.of("amount", "field.amount.deposit", deposit.shown()));
        } else if (amount.isMoreThan(most)) {
            wrong.add(Field.of("amount", "field.amount.most", most.shown()));
        }
        return amount;
    }

    /** What a cancelled order still owes the customer. */
    static Money openRefund(SalesOrder order, Ledger ledger) {
        Cancellation cancellation = order.cancellation();
        return cancellation == null ? Money.NOTHING : cancellation.refund().minus(ledger.refunded());
    }

    private void told(OrderDesk.Held held, Payment payment, Money amount, StaffMember by) {
        OrderFact.Kind what =
                switch (payment.kind()) {
                    case DEPOSIT -> OrderFact.Kind.DEPOSIT_PAID;
                    case REFUND -> OrderFact.Kind.REFUNDED;
                    default -> OrderFact.Kind.MONEY_RECEIVED;
                };
        desk.tell(
                held,
                what,
                Map.of(
                        "amount",
                        amount,
                        "kind",
                        payment.kind().name(),
                        "way",
                        payment.way().name(),
                        "depositType",
                        held.order().terms().depositType().name()),
                by.id());
    }

    private void paidOut(OrderDesk.Held held, StaffMember by) {
        Loan loan = Objects.requireNonNull(held.order().loan());
        held.order().lend(loan.answered(LoanStatus.PAID_OUT));
        desk.tell(
                held,
                OrderFact.Kind.LOAN_CHANGED,
                Map.of("status", LoanStatus.PAID_OUT.name(), "amount", loan.amount()),
                by.id());
    }

    private void settle(OrderDesk.Held held, boolean before, StaffMember by) {
        SalesOrder order = held.order();
        boolean paid = payments.of(order.dealership(), order.id()).isPaidInFull(order.price());
        if (order.status().isBinding()) {
            order.settle(paid);
            if (paid && !before) {
                desk.tell(held, OrderFact.Kind.PAID_IN_FULL, Map.of(), by.id());
            }
        }
    }

    /**
     * Takes a line out again that was booked by mistake, by a line that says why. Money that the order has come to rest on stays:
     * the deposit of a confirmed order, and whatever would leave less than nothing.
     */
    @Transactional
    public Payment reverse(
            SalesOrderId id, UUID line, @Nullable String receiptTyped, @Nullable String reasonTyped, StaffMember by) {
        OrderDesk.Held held = desk.hold(id, by.dealership());
        SalesOrder order = held.order();
        Ledger ledger = payments.of(by.dealership(), id);
        Payment wrongLine = ledger.lines().stream()
                .filter(one -> one.id().equals(line))
                .findFirst()
                .orElseThrow(() -> new NothingHere(line));
        boolean deposit = wrongLine.kind() == Payment.Kind.DEPOSIT;
        boolean ended = !order.status().isLive() && wrongLine.kind() != Payment.Kind.REFUND;
        boolean negative = ledger.balance().minus(wrongLine.amount()).isNegative();
        if (!ledger.canBeReversed(wrongLine)
                || ended
                || negative
                || deposit && order.status().isBinding()) {
            throw new NotReversible();
        }
        List<Field> wrong = new ArrayList<>();
        String receipt = PlainText.line(receiptTyped, LONGEST, "receiptNo", wrong);
        String reason = PlainText.line(reasonTyped, LONGEST_NOTE, "reason", wrong);
        if (receipt == null) {
            wrong.add(Field.of("receiptNo", "field.required"));
        }
        if (reason == null) {
            wrong.add(Field.of("reason", "field.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Payment reversal = new Payment(
                TypedId.newValue(),
                id,
                Payment.Kind.REVERSAL,
                wrongLine.amount().negated(),
                wrongLine.way(),
                Objects.requireNonNull(receipt),
                reason,
                wrongLine.id(),
                by.id(),
                clock.instant());
        payments.add(by.dealership(), reversal);
        desk.tell(
                held,
                OrderFact.Kind.MONEY_REVERSED,
                Map.of(
                        "amount",
                        wrongLine.amount(),
                        "kind",
                        wrongLine.kind().name(),
                        "reason",
                        Objects.requireNonNull(reason)),
                by.id());
        if (deposit) {
            order.depositReversed();
        }
        if (wrongLine.kind() == Payment.Kind.LOAN_PAYOUT) {
            Loan loan = Objects.requireNonNull(order.loan());
            order.lend(loan.answered(LoanStatus.APPROVED));
        }
        settle(held, ledger.isPaidInFull(order.price()), by);
        orders.update(order);
        return reversal;
    }
}
