package io.genjin.demo;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.Colour;
import io.genjin.catalog.ColourPlace;
import io.genjin.catalog.Trim;
import io.genjin.consent.Consent;
import io.genjin.consent.ConsentDesk.Said;
import io.genjin.consent.DataField;
import io.genjin.consent.Partner;
import io.genjin.deal.ApprovalLevel;
import io.genjin.deal.PriceRequest;
import io.genjin.deal.Quotation;
import io.genjin.deal.QuoteItem;
import io.genjin.deal.QuoteWish;
import io.genjin.order.Buyer.IdentityType;
import io.genjin.order.CancelDesk.CancelWish;
import io.genjin.order.Cancellation;
import io.genjin.order.CashDesk.MoneyWish;
import io.genjin.order.DepositType;
import io.genjin.order.FinanceDesk.HandOver;
import io.genjin.order.LoanStatus;
import io.genjin.order.OrderStatus;
import io.genjin.order.OrderWish;
import io.genjin.order.Payment;
import io.genjin.order.SalesOrder;
import io.genjin.order.SalesOrderId;
import io.genjin.prospect.NextStepReason;
import io.genjin.shared.Grade;
import io.genjin.shared.Money;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How customers of the past bought: a quotation, a word of the manager's where the discount needs one, order and deposit, some with
 * a loan that they allowed to be asked for, and the money before the car. Some step back. {@link Handovers} goes on from there.
 */
final class Sales {

    private static final String DEPOSIT = "5000.00";
    private static final String LOAN_PURPOSE = "车贷审批";

    private final Past past;
    private final Desks desks;
    private final Team team;
    private final Agenda agenda;
    private final Hours hours;
    private final Dice random;
    private final Papers papers;
    private final Handovers handovers;
    private @Nullable Partner bank;

    Sales(Past past, Desks desks, long seed) {
        this.past = past;
        this.desks = desks;
        this.team = past.team();
        this.agenda = past.agenda();
        this.hours = past.hours();
        this.random = new Dice(seed * 37 + 5);
        this.papers = new Papers(random, team.dealership().id().value());
        this.handovers = new Handovers(past, desks, papers, random);
    }

    /** With whom loans and insurances are made, known from the first day on. */
    void plan(LocalDate firstDay) {
        boolean shanghai = team.dealership().equals(Cast.SHANGHAI.dealership());
        agenda.plan(hours.at(firstDay, 8, 20), () -> {
            bank = desks.partners().add(shanghai ? "浦江银行车贷中心" : "金鸡湖银行车贷中心", Partner.Type.BANK, team.heads());
            desks.partners().add(shanghai ? "申城保险浦东营业部" : "姑苏保险园区营业部", Partner.Type.INSURER, team.heads());
        });
    }

    /** An offer is calculated and shown; what the customer thinks of it is heard later. */
    void quote(Client client) {
        Quotation quotation = desks.quotes().open(client.id, wish(client, discount(client, 1)), client.owner);
        desks.quotes().show(quotation.id(), client.owner);
        client.quoted = true;
    }

    /** The customer agrees: offer, a manager's word where it needs one, contract, and the deposit within the hour. */
    void buy(Client client, LocalDate handover) {
        past.rest(client);
        plan(5 + random.nextInt(20), () -> offer(client, quotation -> contract(client, quotation, handover)));
    }

    private void offer(Client client, Consumer<Quotation> agreed) {
        int share = random.chance(55) ? 1 : random.chance(60) ? 3 : random.chance(80) ? 5 : 7;
        Quotation quotation = desks.quotes().open(client.id, wish(client, discount(client, share)), client.owner);
        desks.quotes().show(quotation.id(), client.owner);
        client.quoted = true;
        ApprovalLevel level = quotation.newest().level();
        if (!level.needsWord()) {
            agreed.accept(quotation);
            return;
        }
        PriceRequest asked = desks.prices().ask(quotation.id(), "客户今天能定，竞品报价更低", client.owner);
        plan(4 + random.nextInt(16), () -> {
            desks.prices().approve(asked.id(), "同意，今天签约", word(level, client.owner));
            agreed.accept(quotation);
        });
    }

    /** Who gives the word that a discount needs; nobody gives their own. */
    private StaffMember word(ApprovalLevel level, StaffMember asker) {
        return List.of(team.signs(), team.heads(), team.general()).stream()
                .filter(one -> level.isWithin(one) && !one.equals(asker))
                .findFirst()
                .orElseThrow();
    }

    private void contract(Client client, Quotation quotation, LocalDate handover) {
        boolean loan = random.chance(30);
        Money price = quotation.newest().quote().total();
        SalesOrder draft = desks.drafts()
                .draft(
                        client.id,
                        new OrderWish(
                                quotation.id().toString(),
                                quotation.newest().number(),
                                null,
                                client.isCompany() ? IdentityType.PASSPORT : IdentityType.ID_CARD,
                                client.isCompany()
                                        ? "E" + (10_000_000 + random.nextInt(80_000_000))
                                        : papers.identity(),
                                random.chance(70) ? DepositType.EARNEST : DepositType.ADVANCE,
                                DEPOSIT,
                                loan ? SalesOrder.PaymentWay.LOAN : SalesOrder.PaymentWay.CASH_FULL,
                                loan ? half(price) : null,
                                handover),
                        client.owner);
        SalesOrder order = desks.drafts().submit(draft.id(), client.owner);
        plan(6 + random.nextInt(20), () -> {
            take(order.id(), Payment.Kind.DEPOSIT, null, Payment.Way.MOBILE_PAY);
            if (loan) {
                askBank(client, order.id());
            }
            if (!client.told && random.chance(8)) {
                agenda.plan(later(2, 11), () -> cancel(client, order.id()));
            } else {
                agenda.plan(hours.at(handover.minusDays(1), 11, random.nextInt(50)), () -> payRest(order.id()));
                handovers.prepare(client, order.id(), handover);
            }
        });
    }

    private static String half(Money price) {
        return Money.cents(price.yuan().movePointRight(2).longValueExact() / 2 / 100_000 * 100_000)
                .toString();
    }

    private void take(SalesOrderId order, Payment.Kind kind, @Nullable String amount, Payment.Way way) {
        desks.cash().book(order, new MoneyWish(kind, amount, way, papers.receipt(), null), team.takesMoney());
    }

    /** With the customer's own yes; two days later the bank has answered, and it pays before the rest is asked for. */
    private void askBank(Client client, SalesOrderId order) {
        String partner = bank().id().toString();
        Set<DataField> fields = Set.of(DataField.MOBILE);
        desks.consents()
                .record(
                        client.id,
                        new Said(
                                partner,
                                LOAN_PURPOSE,
                                fields,
                                true,
                                Consent.Channel.PAPER,
                                null,
                                "客户在授权书上签字，存放于客户档案",
                                null),
                        client.owner);
        desks.finance().applyForLoan(order, new HandOver(partner, LOAN_PURPOSE, fields), client.owner);
        agenda.plan(later(2, 15), () -> {
            if (desks.orders().get(team.dealership().id(), order).status().isLive()) {
                desks.finance().answer(order, LoanStatus.APPROVED, client.owner);
                agenda.plan(later(1, 16), () -> payOut(order));
            }
        });
    }

    private void payOut(SalesOrderId order) {
        SalesOrder now = desks.orders().get(team.dealership().id(), order);
        if (now.status().isLive() && now.loan() != null) {
            take(order, Payment.Kind.LOAN_PAYOUT, now.loan().amount().toString(), Payment.Way.TRANSFER);
        }
    }

    private void payRest(SalesOrderId order) {
        SalesOrder now = desks.orders().get(team.dealership().id(), order);
        Money owed = desks.orders().outstanding(now);
        if (now.status().isLive() && now.status() != OrderStatus.DRAFT && owed.isPositive()) {
            take(order, Payment.Kind.INSTALMENT, owed.toString(), Payment.Way.TRANSFER);
        }
    }

    /** Before delivery the customer steps back, gets the deposit again, and is followed again (scenario 37). */
    private void cancel(Client client, SalesOrderId order) {
        SalesOrder now = desks.orders().get(team.dealership().id(), order);
        LocalDate next = hours.dayOf(agenda.now()).plusDays(1);
        desks.cancels()
                .cancel(
                        order,
                        now.version(),
                        new CancelWish(
                                Cancellation.Reason.MONEY,
                                "家里临时用钱，暂退定金",
                                DEPOSIT,
                                Grade.N,
                                next,
                                NextStepReason.FINANCE_FOLLOW_UP,
                                null,
                                null),
                        team.heads());
        past.resume(client);
        plan(30, () -> take(order, Payment.Kind.REFUND, DEPOSIT, Payment.Way.TRANSFER));
    }

    // ---- what is offered

    private QuoteWish wish(Client client, String discount) {
        List<CarModel> range = desks.models().onSale(team.dealership().id());
        LocalDate today = hours.dayOf(agenda.now());
        CarModel model = desks.models()
                .meant(client.model(), team.dealership().id())
                .filter(CarModel::isOnSale)
                .orElseGet(() -> range.get(0));
        Trim trim = trim(model, client.model(), today);
        List<Colour> outside = model.coloursOnSale(ColourPlace.EXTERIOR);
        List<QuoteWish.Line> lines = new ArrayList<>();
        lines.add(new QuoteWish.Line(QuoteItem.Kind.PURCHASE_TAX, null, null));
        lines.add(new QuoteWish.Line(QuoteItem.Kind.LICENCE_FEE, null, "500"));
        lines.add(new QuoteWish.Line(QuoteItem.Kind.INSURANCE, "交强险和商业险", "" + (4200 + random.nextInt(3000))));
        if (random.chance(40)) {
            lines.add(new QuoteWish.Line(QuoteItem.Kind.ACCESSORY, "全车膜", "2680"));
        }
        if (random.chance(50)) {
            lines.add(new QuoteWish.Line(QuoteItem.Kind.GIFT, "脚垫和行车记录仪", "980"));
        }
        return new QuoteWish(
                trim.id().value(),
                null,
                null,
                outside.isEmpty() ? null : random.one(outside).text().name(),
                null,
                null,
                discount,
                lines,
                null,
                null);
    }

    private static Trim trim(CarModel model, String wished, LocalDate day) {
        List<Trim> trims = model.trimsOnSale().stream()
                .filter(trim -> trim.listPrice(day).isPresent())
                .toList();
        Optional<Trim> named = trims.stream()
                .filter(trim -> wished.endsWith(trim.text().name()))
                .findFirst();
        return named.orElseGet(() -> trims.get(0));
    }

    /** About {@code share} per cent of the list price, in hundreds. */
    private String discount(Client client, int share) {
        long budget =
                client.card.budget() == null ? 150_000 : client.card.budget().longValue();
        return Long.toString(budget * share / 100 / 100 * 100);
    }

    private Partner bank() {
        return Objects.requireNonNull(bank);
    }

    private void plan(int minutes, Runnable work) {
        agenda.plan(hours.after(agenda.now(), minutes), work);
    }

    private Instant later(int days, int hour) {
        return hours.at(hours.dayOf(agenda.now()).plusDays(days), hour, random.nextInt(55));
    }
}
