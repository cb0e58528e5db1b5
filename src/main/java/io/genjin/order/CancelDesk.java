package io.genjin.order;

import io.genjin.followup.FollowUpDesk;
import io.genjin.prospect.LifeCycle;
import io.genjin.prospect.NextStep;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.Money;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where an order comes to nothing before delivery (退订). The customer of a binding one is followed again, with a promise made in the
 * same step and grade N suggested (scenario 37); what was sold stays sold.
 */
@Service
public class CancelDesk {

    private static final int LONGEST = 500;

    private final SalesOrders orders;
    private final Payments payments;
    private final OrderDesk desk;
    private final LifeCycle lifeCycle;
    private final FollowUpDesk followUps;
    private final ProspectDesk prospects;
    private final Clock clock;

    CancelDesk(
            SalesOrders orders,
            Payments payments,
            OrderDesk desk,
            LifeCycle lifeCycle,
            FollowUpDesk followUps,
            ProspectDesk prospects,
            Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.desk = desk;
        this.lifeCycle = lifeCycle;
        this.followUps = followUps;
        this.prospects = prospects;
        this.clock = clock;
    }

    /**
     * A cancellation as it is filled in.
     *
     * @param refund nothing means all of it, unless earnest money is at stake
     * @param grade  the grade to go on with; nothing keeps the one there is
     */
    public record CancelWish(
            Cancellation.@Nullable Reason reason,
            @Nullable String words,
            @Nullable String refund,
            @Nullable Grade grade,
            @Nullable LocalDate nextDate,
            @Nullable NextStepReason nextReason,
            @Nullable String nextNote,
            @Nullable String lateReason) {}

    /**
     * Cancels the order.
     *
     * @throws ManagerDecidesOnMoney when money was paid and the person is no manager
     * @throws OrderChanged          when the order is not at {@code version} any more
     */
    @Transactional
    public SalesOrder cancel(SalesOrderId id, int version, CancelWish wish, StaffMember by) {
        OrderDesk.Held held = desk.hold(id, by, "order.cancel");
        SalesOrder order = held.order();
        if (!order.status().isLive()) {
            throw new OrderNotInState(order.status());
        }
        if (order.version() != version) {
            throw new OrderChanged(order.version());
        }
        Ledger ledger = payments.of(by.dealership(), id);
        Money balance = ledger.balance();
        if (balance.isPositive() && !by.isAnyOf(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER)) {
            throw new ManagerDecidesOnMoney();
        }
        List<Field> wrong = new ArrayList<>();
        if (wish.reason() == null) {
            wrong.add(Field.of("reason", "field.required"));
        }
        String words = PlainText.text(wish.words(), LONGEST, "words", wrong);
        if (words == null && wish.reason() == Cancellation.Reason.OTHER) {
            wrong.add(Field.of("words", "field.required"));
        }
        Money refund = refund(wish.refund(), order, balance, wrong);
        boolean binding = order.status().isBinding();
        NextStep next = binding ? next(wish, wrong) : null;
        String lateReason = PlainText.line(wish.lateReason(), LONGEST, "lateReason", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        if (next != null) {
            followUps.checkStep(next, by);
        }
        Cancellation why = new Cancellation(
                Objects.requireNonNull(wish.reason()),
                words == null ? "" : words,
                Objects.requireNonNull(refund),
                by.id(),
                clock.instant());
        order.cancel(why, ledger.lines().isEmpty());
        orders.update(order);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("order", id.toString());
        details.put("orderNo", order.orderNo());
        details.put("model", order.vehicle().model());
        details.put("cancelReason", why.reason().name());
        details.put("refund", why.refund().toString());
        details.put("kept", balance.minus(why.refund()).toString());
        if (next == null) {
            details.put("reason", why.reason().name());
            desk.tell(held, OrderFact.Kind.ORDER_DROPPED, details, by.id());
        } else {
            lifeCycle.cancelOrder(held.prospect(), next, details, by);
            followAgain(order, wish.grade(), lateReason, why, next, by);
        }
        return order;
    }

    /** The grade first, for it sets the rhythm by which the promise is judged. */
    private void followAgain(
            SalesOrder order,
            @Nullable Grade grade,
            @Nullable String lateReason,
            Cancellation why,
            NextStep next,
            StaffMember by) {
        Prospect prospect = prospects.hold(order.prospect(), order.dealership());
        if (grade != null && grade != prospect.grade()) {
            String reason = why.words().isEmpty() ? why.reason().name() : why.words();
            followUps.regrade(order.prospect(), grade, grade == Grade.N ? Set.of() : prospect.evidence(), reason, by);
        }
        followUps.promise(prospects.hold(order.prospect(), order.dealership()), next, lateReason, by);
    }

    private static @Nullable NextStep next(CancelWish wish, List<Field> wrong) {
        if (wish.nextDate() == null) {
            wrong.add(Field.of("nextDate", "field.required"));
        }
        if (wish.nextReason() == null) {
            wrong.add(Field.of("nextReason", "field.required"));
        }
        String note = PlainText.line(wish.nextNote(), LONGEST, "nextNote", wrong);
        return wish.nextDate() == null || wish.nextReason() == null
                ? null
                : new NextStep(wish.nextDate(), wish.nextReason(), note == null ? "" : note);
    }

    /** An advance is given back whole; of earnest money the manager says how much, and says it with a number. */
    private static @Nullable Money refund(@Nullable String typed, SalesOrder order, Money balance, List<Field> wrong) {
        boolean earnest = order.terms().depositType() == DepositType.EARNEST && order.depositPaidAt() != null;
        if (typed == null || typed.isBlank()) {
            if (earnest && balance.isPositive()) {
                wrong.add(Field.of("refund", "field.refund.decide"));
                return null;
            }
            return balance;
        }
        Money refund = Money.parse(typed).filter(money -> !money.isNegative()).orElse(null);
        Money least = leastRefund(order, balance);
        if (refund == null) {
            wrong.add(Field.of("refund", "field.amount"));
        } else if (refund.isMoreThan(balance)) {
            wrong.add(Field.of("refund", "field.amount.most", balance.shown()));
        } else if (least.isMoreThan(refund)) {
            wrong.add(Field.of("refund", "field.refund.least", least.shown()));
        }
        return refund;
    }

    /** What must be given back in any case: all but earnest money. */
    static Money leastRefund(SalesOrder order, Money balance) {
        boolean earnest = order.terms().depositType() == DepositType.EARNEST && order.depositPaidAt() != null;
        Money least = earnest ? balance.minus(order.terms().deposit()) : balance;
        return least.isNegative() ? Money.NOTHING : least;
    }
}
