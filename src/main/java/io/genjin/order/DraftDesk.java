package io.genjin.order;

import io.genjin.deal.PriceDesk;
import io.genjin.deal.PriceStanding;
import io.genjin.deal.Quotation;
import io.genjin.deal.QuotationId;
import io.genjin.deal.QuoteDesk;
import io.genjin.deal.QuoteVersion;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectStatus;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Money;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where an order is written, handed in, and its promised day is moved (订单, 2.8). */
@Service
public class DraftDesk {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_REASON = 500;
    private static final Set<ProspectStatus> MAY_ORDER = EnumSet.of(
            ProspectStatus.FOLLOWING,
            ProspectStatus.NOT_CLOSED_REVIEW,
            ProspectStatus.CAUSE_ANALYSIS,
            ProspectStatus.DEFEAT_PENDING);

    private final SalesOrders orders;
    private final OrderDesk desk;
    private final BuyerNumbers numbers;
    private final QuoteDesk quotes;
    private final PriceDesk prices;
    private final ProspectDesk prospects;
    private final Dealerships dealerships;
    private final Clock clock;

    DraftDesk(
            SalesOrders orders,
            OrderDesk desk,
            BuyerNumbers numbers,
            QuoteDesk quotes,
            PriceDesk prices,
            ProspectDesk prospects,
            Dealerships dealerships,
            Clock clock) {
        this.orders = orders;
        this.desk = desk;
        this.numbers = numbers;
        this.quotes = quotes;
        this.prices = prices;
        this.prospects = prospects;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * Draws an order from a version of a quotation that the customer has seen. Only who answers for the customer can; for anybody
     * else the customer is not there.
     *
     * @throws OrderedAlready   when the customer has an open order
     * @throws NotYetFollowed   when nobody has spoken with the customer yet
     * @throws FieldsRefused    naming each field that is missing or wrong
     */
    @Transactional
    public SalesOrder draft(ProspectId id, OrderWish wish, StaffMember by) {
        Prospect prospect = prospects.hold(id, by, "order.write");
        if (desk.liveOf(by.dealership(), id).isPresent()) {
            throw new OrderedAlready();
        }
        if (!MAY_ORDER.contains(prospect.status())) {
            throw new NotYetFollowed();
        }
        SalesOrderId order = SalesOrderId.next();
        SalesOrder.Terms terms = terms(wish, prospect, order, null, by);
        SalesOrder drafted =
                SalesOrder.draft(by.dealership(), orders.nextNumber(), id, order, terms, by.id(), clock.instant());
        orders.add(drafted);
        desk.tell(
                new OrderDesk.Held(drafted, prospect),
                OrderFact.Kind.ORDER_DRAFTED,
                Map.of(
                        "quotation",
                        terms.quotation().toString(),
                        "version",
                        terms.quotationVersion(),
                        "total",
                        terms.price().total(),
                        "promised",
                        terms.promisedDelivery().toString()),
                by.id());
        return drafted;
    }

    /**
     * Writes an order anew that is not confirmed; it has to be handed in again.
     *
     * @throws OrderChanged when the order is not at {@code version} any more
     */
    @Transactional
    public SalesOrder rewrite(SalesOrderId id, int version, OrderWish wish, StaffMember by) {
        OrderDesk.Held held = desk.hold(id, by, "order.write");
        SalesOrder order = held.order();
        if (order.version() != version) {
            throw new OrderChanged(order.version());
        }
        order.rewrite(terms(wish, held.prospect(), id, order, by));
        orders.update(order);
        return order;
    }

    /**
     * Hands the order in. A price that nobody has agreed to yet is asked for by the same step; one that is agreed leads on to the
     * cashier.
     */
    @Transactional
    public SalesOrder submit(SalesOrderId id, StaffMember by) {
        OrderDesk.Held held = desk.hold(id, by, "order.write");
        SalesOrder order = held.order();
        QuotationId quotation = new QuotationId(order.terms().quotation());
        Quotation offered = quotes.get(by.dealership(), quotation);
        QuoteVersion version = offered.version(order.terms().quotationVersion());
        PriceStanding standing = quotes.standing(offered, version);
        order.submit(standing.isSettled());
        boolean asks = standing == PriceStanding.NEEDED || standing == PriceStanding.REJECTED;
        desk.tell(
                held,
                OrderFact.Kind.ORDER_SUBMITTED,
                Map.of("status", order.status().name()),
                by.id());
        if (asks) {
            prices.ask(quotation, version.number(), null, by);
        }
        desk.confirmIfReady(held, by);
        orders.update(order);
        return order;
    }

    /** Moves the promised day; the contract says another one, so why is asked and kept. */
    @Transactional
    public SalesOrder promise(
            SalesOrderId id, @Nullable LocalDate day, @Nullable String reasonTyped, int version, StaffMember by) {
        OrderDesk.Held held = desk.hold(id, by, "order.write");
        SalesOrder order = held.order();
        if (order.version() != version) {
            throw new OrderChanged(order.version());
        }
        List<Field> wrong = new ArrayList<>();
        String reason = PlainText.line(reasonTyped, LONGEST_REASON, "reason", wrong);
        if (reason == null) {
            wrong.add(Field.of("reason", "field.required"));
        }
        LocalDate before = order.promisedDelivery();
        LocalDate after = promised(day, by, wrong);
        if (before.equals(after)) {
            wrong.add(Field.of("promisedDelivery", "field.promised.same"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        order.promise(Objects.requireNonNull(after));
        orders.update(order);
        desk.tell(
                held,
                OrderFact.Kind.PROMISE_MOVED,
                Map.of(
                        "before",
                        before.toString(),
                        "promised",
                        after.toString(),
                        "reason",
                        Objects.requireNonNull(reason)),
                by.id());
        return order;
    }

    private SalesOrder.Terms terms(
            OrderWish wish, Prospect prospect, SalesOrderId order, @Nullable SalesOrder before, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        Quotation quotation = quotation(wish.quotation(), prospect, by, wrong);
        QuoteVersion version = quotation == null ? null : version(quotation, wish.version(), wrong);
        Buyer buyer = buyer(wish, prospect, order, before == null ? null : before.buyer(), wrong);
        if (wish.depositType() == null) {
            wrong.add(Field.of("depositType", "field.required"));
        }
        if (wish.paymentWay() == null) {
            wrong.add(Field.of("paymentWay", "field.required"));
        }
        LocalDate promised = promised(wish.promisedDelivery(), by, wrong);
        Money deposit = positive(wish.deposit(), "deposit", wrong);
        Loan loan = null;
        if (wish.paymentWay() == SalesOrder.PaymentWay.LOAN) {
            Money lent = positive(wish.loanAmount(), "loanAmount", wrong);
            Loan asked = before == null ? null : before.loan();
            boolean same = asked != null && asked.amount().equals(lent);
            loan = lent == null ? null : same ? asked : Loan.wished(lent);
        }
        if (version != null) {
            Money due = version.quote().due();
            atMost(deposit, due, "deposit", wrong);
            atMost(loan == null ? null : loan.amount(), due, "loanAmount", wrong);
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        QuoteVersion chosen = quotes.toOrder(
                Objects.requireNonNull(quotation),
                Objects.requireNonNull(version).number());
        return new SalesOrder.Terms(
                quotation.id().value(),
                chosen.number(),
                new OrderedVehicle(
                        chosen.quote().car().model(),
                        chosen.quote().car().trim(),
                        chosen.quote().car().colour(),
                        chosen.quote().car().interior()),
                new OrderPrice(
                        chosen.quote().listPrice(),
                        chosen.quote().discount(),
                        chosen.quote().extras(),
                        chosen.quote().tradeIn()),
                Objects.requireNonNull(buyer),
                Objects.requireNonNull(wish.depositType()),
                Objects.requireNonNull(deposit),
                Objects.requireNonNull(wish.paymentWay()),
                loan,
                Objects.requireNonNull(promised));
    }

    private @Nullable Quotation quotation(
            @Nullable String typed, Prospect prospect, StaffMember by, List<Field> wrong) {
        if (typed == null || typed.isBlank()) {
            wrong.add(Field.of("quotation", "field.required"));
            return null;
        }
        try {
            Quotation quotation = quotes.get(by.dealership(), QuotationId.of(typed));
            if (quotation.prospect().equals(prospect.id())) {
                return quotation;
            }
        } catch (NothingHere none) {
            // falls through: a quotation that is not this customer's is none
        }
        wrong.add(Field.of("quotation", "field.quotation"));
        return null;
    }

    private static @Nullable QuoteVersion version(Quotation quotation, @Nullable Integer number, List<Field> wrong) {
        if (number == null) {
            return quotation.newest();
        }
        return quotation.versions().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseGet(() -> {
                    wrong.add(Field.of("version", "field.quotation"));
                    return null;
                });
    }

    private @Nullable Buyer buyer(
            OrderWish wish, Prospect prospect, SalesOrderId order, @Nullable Buyer before, List<Field> wrong) {
        String typed = PlainText.line(wish.buyerName(), LONGEST_NAME, "buyerName", wrong);
        String name = typed == null ? prospect.content().customerName() : typed;
        if (wish.buyerIdType() == null) {
            wrong.add(Field.of("buyerIdType", "field.required"));
            return null;
        }
        if (wish.buyerIdNo() == null || wish.buyerIdNo().isBlank()) {
            if (before != null && before.type() == wish.buyerIdType() && before.sealed() != null) {
                return new Buyer(name, before.type(), before.sealed(), before.hash());
            }
            wrong.add(Field.of("buyerIdNo", "field.required"));
            return null;
        }
        return numbers.sealed(name, wish.buyerIdType(), wish.buyerIdNo(), order, prospect.dealership(), wrong);
    }

    private @Nullable LocalDate promised(@Nullable LocalDate day, StaffMember by, List<Field> wrong) {
        LocalDate today = dealerships.get(by.dealership()).today(clock);
        if (day == null) {
            wrong.add(Field.of("promisedDelivery", "field.required"));
        } else if (day.isBefore(today) || day.isAfter(today.plusYears(1))) {
            wrong.add(Field.of("promisedDelivery", "field.promised"));
        }
        return day;
    }

    private static @Nullable Money positive(@Nullable String typed, String field, List<Field> wrong) {
        Money amount = typed == null
                ? null
                : Money.parse(typed).filter(Money::isPositive).orElse(null);
        if (amount == null) {
            wrong.add(Field.of(field, typed == null || typed.isBlank() ? "field.required" : "field.amount"));
        }
        return amount;
    }

    private static void atMost(@Nullable Money amount, Money due, String field, List<Field> wrong) {
        if (amount != null && amount.isMoreThan(due)) {
            wrong.add(Field.of(field, "field.amount.due", due.shown()));
        }
    }
}
