package io.genjin.order;

import io.genjin.consent.DataField;
import io.genjin.consent.DisclosureDesk;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Money;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loan and insurance of an order. What a bank or an insurer gets to know goes through the consent's one door and nowhere else,
 * before the order is binding and after the car has left alike (R-203, O-15, S-R66); a no stops this hand-over and nothing more.
 */
@Service
public class FinanceDesk {

    private final SalesOrders orders;
    private final OrderDesk desk;
    private final BuyerNumbers numbers;
    private final DisclosureDesk disclosures;
    private final Dealerships dealerships;
    private final Clock clock;

    FinanceDesk(
            SalesOrders orders,
            OrderDesk desk,
            BuyerNumbers numbers,
            DisclosureDesk disclosures,
            Dealerships dealerships,
            Clock clock) {
        this.orders = orders;
        this.desk = desk;
        this.numbers = numbers;
        this.disclosures = disclosures;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /** To whom, for what, and which fields; all go or none. */
    public record HandOver(
            @Nullable String partner, @Nullable String purpose, Set<DataField> fields) {}

    /**
     * Asks a bank for the loan: hands over what the customer allowed, and only then is the loan with the bank.
     *
     * @return what the door said; the attempt that was stopped is on record, so let the transaction end well
     */
    @Transactional
    public DisclosureDesk.Answer applyForLoan(SalesOrderId id, HandOver what, StaffMember by) {
        OrderDesk.Held held = desk.hold(id, by, "order.finance");
        Loan loan = held.order().loan();
        if (loan == null || !loan.status().mayBecome(LoanStatus.APPLIED)) {
            throw new OrderNotInState(held.order().status());
        }
        DisclosureDesk.Answer answer = handOver(held.order(), what, by);
        if (answer instanceof DisclosureDesk.Released released) {
            changed(held, loan.applied(released.disclosure().partner().value(), today(by)), by);
        }
        return answer;
    }

    /** The bank was asked again; its answer is still open. */
    @Transactional
    public SalesOrder chase(SalesOrderId id, StaffMember by) {
        OrderDesk.Held held = desk.hold(id, by, "order.finance");
        Loan loan = held.order().loan();
        if (loan == null || loan.status() != LoanStatus.APPLIED) {
            throw new OrderNotInState(held.order().status());
        }
        return changed(held, loan.chased(today(by)), by);
    }

    /** The bank has answered. */
    @Transactional
    public SalesOrder answer(SalesOrderId id, @Nullable LoanStatus status, StaffMember by) {
        OrderDesk.Held held = desk.hold(id, by, "order.finance");
        Loan loan = held.order().loan();
        if (status != LoanStatus.APPROVED && status != LoanStatus.REFUSED) {
            throw new FieldsRefused(Field.of("status", "field.required"));
        }
        if (loan == null || !loan.status().mayBecome(status)) {
            throw new OrderNotInState(held.order().status());
        }
        return changed(held, loan.answered(status), by);
    }

    /** Takes out an insurance: hands over what the customer allowed, and only then it is noted with the order. */
    @Transactional
    public DisclosureDesk.Answer insure(SalesOrderId id, @Nullable String amountTyped, HandOver what, StaffMember by) {
        OrderDesk.Held held = desk.hold(id, by, "order.finance");
        Money amount = amountTyped == null
                ? null
                : Money.parse(amountTyped).filter(Money::isPositive).orElse(null);
        if (amount == null) {
            throw new FieldsRefused(List.of(Field.of("amount", "field.amount")));
        }
        DisclosureDesk.Answer answer = handOver(held.order(), what, by);
        if (answer instanceof DisclosureDesk.Released released) {
            held.order().insure(new Insurance(released.disclosure().partner().value(), amount));
            orders.update(held.order());
            desk.tell(held, OrderFact.Kind.INSURANCE_CHANGED, Map.of("amount", amount), by.id());
        }
        return answer;
    }

    /** The card holds no identity number; the order does, and only the door opens it. */
    private DisclosureDesk.Answer handOver(SalesOrder order, HandOver what, StaffMember by) {
        return disclosures.disclose(
                order.prospect(),
                what.partner(),
                what.purpose(),
                what.fields(),
                field -> field == DataField.ID_NUMBER ? numbers.open(order).orElse(null) : null,
                by);
    }

    private SalesOrder changed(OrderDesk.Held held, Loan loan, StaffMember by) {
        held.order().lend(loan);
        orders.update(held.order());
        LocalDate chaseOn = loan.chaseOn();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("status", loan.status().name());
        details.put("amount", loan.amount());
        if (chaseOn != null) {
            details.put("chaseOn", chaseOn.toString());
        }
        desk.tell(held, OrderFact.Kind.LOAN_CHANGED, details, by.id());
        return held.order();
    }

    private LocalDate today(StaffMember by) {
        return dealerships.get(by.dealership()).today(clock);
    }
}
