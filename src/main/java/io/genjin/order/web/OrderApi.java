package io.genjin.order.web;

import io.genjin.consent.DataField;
import io.genjin.consent.DisclosureDesk;
import io.genjin.dealership.Dealerships;
import io.genjin.order.Buyer;
import io.genjin.order.CancelDesk;
import io.genjin.order.Cancellation;
import io.genjin.order.CashDesk;
import io.genjin.order.DepositType;
import io.genjin.order.DraftDesk;
import io.genjin.order.FinanceDesk;
import io.genjin.order.LoanStatus;
import io.genjin.order.OrderBook;
import io.genjin.order.OrderDesk;
import io.genjin.order.OrderFile;
import io.genjin.order.OrderStatus;
import io.genjin.order.OrderWish;
import io.genjin.order.Payment;
import io.genjin.order.SalesOrder;
import io.genjin.order.SalesOrderId;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.VersionMissing;
import io.genjin.shared.Grade;
import io.genjin.shared.Page;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.IfMatch;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Problems;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders and their money for other systems; the same desks and the same door to partners as on the pages. */
@RestController
@RequestMapping("/api/v1")
class OrderApi {

    private static final int MOST = 100;

    private final OrderFile file;
    private final OrderBook book;
    private final DraftDesk drafts;
    private final CashDesk cash;
    private final FinanceDesk finance;
    private final CancelDesk cancellations;
    private final OrderDesk desk;
    private final Dealerships dealerships;
    private final Once once;
    private final Problems problems;

    OrderApi(
            OrderFile file,
            OrderBook book,
            DraftDesk drafts,
            CashDesk cash,
            FinanceDesk finance,
            CancelDesk cancellations,
            OrderDesk desk,
            Dealerships dealerships,
            Once once,
            Problems problems) {
        this.file = file;
        this.book = book;
        this.drafts = drafts;
        this.cash = cash;
        this.finance = finance;
        this.cancellations = cancellations;
        this.desk = desk;
        this.dealerships = dealerships;
        this.once = once;
        this.problems = problems;
    }

    /** An order as a system sends it; amounts as text. */
    record OrderBody(
            @Nullable String quotationId,
            @Nullable Integer quotationVersion,
            @Nullable String buyerName,
            Buyer.@Nullable IdentityType buyerIdType,
            @Nullable String buyerIdNo,
            @Nullable DepositType depositType,
            @Nullable String deposit,
            SalesOrder.@Nullable PaymentWay paymentWay,
            @Nullable String loanAmount,
            @Nullable LocalDate promisedDelivery) {

        OrderWish wish() {
            return new OrderWish(
                    quotationId,
                    quotationVersion,
                    buyerName,
                    buyerIdType,
                    buyerIdNo,
                    depositType,
                    deposit,
                    paymentWay,
                    loanAmount,
                    promisedDelivery);
        }

        @Override
        public String toString() {
            return "OrderBody[" + quotationId + "]";
        }
    }

    /** A row of the list. */
    record RowView(
            String id,
            String orderNo,
            String prospectId,
            OrderStatus status,
            String buyerName,
            String model,
            @Nullable String vin,
            LocalDate promisedDelivery,
            String due,
            String paid,
            String toTake,
            String toReturn) {}

    /** What was asked about what, by which a repeated key is recognised. */
    record Asked(String of, Record body) {}

    @GetMapping("/orders")
    Page<RowView> list(
            @RequestParam(required = false) OrderBook.@Nullable Which which,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        OrderBook.Which asked = OrderBook.Which.asked(which, status);
        return book.find(asked, status, Math.max(1, Math.min(limit, MOST)), cursor, me)
                .map(row -> {
                    var vin = row.order().vin();
                    return new RowView(
                            row.order().id().toString(),
                            row.order().orderNo(),
                            row.order().prospect().toString(),
                            row.order().status(),
                            row.order().buyer().name(),
                            row.order().vehicle().name(),
                            vin == null ? null : vin.value(),
                            row.order().promisedDelivery(),
                            row.order().price().due().toString(),
                            row.paid().toString(),
                            row.toTake().toString(),
                            row.toReturn().toString());
                });
    }

    @GetMapping("/prospects/{id}/orders")
    Page<OrderView> of(@PathVariable ProspectId id, StaffMember me) {
        ZoneId zone = zone(me);
        return new Page<>(
                file.of(id, me).stream().map(one -> OrderView.of(one, zone)).toList(), null);
    }

    @PostMapping("/prospects/{id}/orders")
    @Answers(value = OrderView.class, status = 201)
    ResponseEntity<?> draft(
            @PathVariable ProspectId id,
            @RequestBody OrderBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked("draft " + id, body), me.dealership(), me.id(), () -> {
            SalesOrder order = drafts.draft(id, body.wish(), me);
            return ResponseEntity.created(URI.create("/api/v1/orders/" + order.id()))
                    .eTag(tag(order))
                    .body(view(order.id(), me));
        });
    }

    @GetMapping("/orders/{id}")
    ResponseEntity<OrderView> read(@PathVariable SalesOrderId id, StaffMember me) {
        OrderFile.Opened opened = file.open(id, me);
        return ResponseEntity.ok().eTag(tag(opened.order())).body(OrderView.of(opened, zone(me)));
    }

    @PutMapping("/orders/{id}")
    ResponseEntity<OrderView> rewrite(
            @PathVariable SalesOrderId id,
            @RequestBody OrderBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        drafts.rewrite(id, seen(ifMatch), body.wish(), me);
        return read(id, me);
    }

    @PostMapping("/orders/{id}/submission")
    ResponseEntity<OrderView> submit(@PathVariable SalesOrderId id, StaffMember me) {
        drafts.submit(id, me);
        return read(id, me);
    }

    /** The new day and why. */
    record PromiseBody(
            @Nullable LocalDate promisedDelivery, @Nullable String reason) {}

    @PostMapping("/orders/{id}/promise")
    ResponseEntity<OrderView> promise(
            @PathVariable SalesOrderId id,
            @RequestBody PromiseBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        drafts.promise(id, body.promisedDelivery(), body.reason(), seen(ifMatch), me);
        return read(id, me);
    }

    // ---- money

    /** Money that came in, or of a cancelled order went out. */
    record PaymentBody(
            Payment.@Nullable Kind kind,
            @Nullable String amount,
            Payment.@Nullable Way way,
            @Nullable String receiptNo,
            @Nullable String note) {}

    @PostMapping("/orders/{id}/payments")
    @Answers(value = OrderView.class, status = 201)
    ResponseEntity<?> book(
            @PathVariable SalesOrderId id,
            @RequestBody PaymentBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked("book " + id, body), me.dealership(), me.id(), () -> {
            cash.book(
                    id,
                    new CashDesk.MoneyWish(body.kind(), body.amount(), body.way(), body.receiptNo(), body.note()),
                    me);
            return ResponseEntity.created(URI.create("/api/v1/orders/" + id)).body(view(id, me));
        });
    }

    /** The receipt of the reversal and why. */
    record ReversalBody(
            @Nullable String receiptNo, @Nullable String reason) {}

    @PostMapping("/orders/{id}/payments/{line}/reversal")
    ResponseEntity<OrderView> reverse(
            @PathVariable SalesOrderId id, @PathVariable UUID line, @RequestBody ReversalBody body, StaffMember me) {
        cash.reverse(id, line, body.receiptNo(), body.reason(), me);
        return read(id, me);
    }

    // ---- loan and insurance

    /** To whom, for what, which fields; of an insurance what it costs. */
    record HandOverBody(
            @Nullable String partner,
            @Nullable String purpose,
            @Nullable Set<DataField> fields,
            @Nullable String amount) {

        FinanceDesk.HandOver what() {
            return new FinanceDesk.HandOver(partner, purpose, Objects.requireNonNullElse(fields, Set.<DataField>of()));
        }
    }

    /** Hands over what the customer allowed and marks the loan as asked for; stopped, the attempt stays on record. */
    @PostMapping("/orders/{id}/loan-applications")
    @Answers(value = OrderView.class, status = 201)
    ResponseEntity<?> applyForLoan(
            @PathVariable SalesOrderId id,
            @RequestBody HandOverBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me,
            HttpServletRequest request) {
        return handedOver(
                id, key, new Asked("loan " + id, body), () -> finance.applyForLoan(id, body.what(), me), me, request);
    }

    @PostMapping("/orders/{id}/insurance")
    @Answers(value = OrderView.class, status = 201)
    ResponseEntity<?> insure(
            @PathVariable SalesOrderId id,
            @RequestBody HandOverBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me,
            HttpServletRequest request) {
        return handedOver(
                id,
                key,
                new Asked("insurance " + id, body),
                () -> finance.insure(id, body.amount(), body.what(), me),
                me,
                request);
    }

    private ResponseEntity<?> handedOver(
            SalesOrderId id,
            @Nullable String key,
            Asked asked,
            Supplier<DisclosureDesk.Answer> act,
            StaffMember me,
            HttpServletRequest request) {
        return once.answer(key, asked, me.dealership(), me.id(), () -> {
            if (act.get() instanceof DisclosureDesk.Withheld withheld) {
                return problems.problem(withheld.refusal(), request);
            }
            return ResponseEntity.created(URI.create("/api/v1/orders/" + id)).body(view(id, me));
        });
    }

    @PostMapping("/orders/{id}/loan-chases")
    ResponseEntity<OrderView> chase(@PathVariable SalesOrderId id, StaffMember me) {
        finance.chase(id, me);
        return read(id, me);
    }

    /** What the bank said: approved or refused. */
    record LoanAnswerBody(@Nullable LoanStatus status) {}

    @PostMapping("/orders/{id}/loan-answer")
    ResponseEntity<OrderView> answer(@PathVariable SalesOrderId id, @RequestBody LoanAnswerBody body, StaffMember me) {
        finance.answer(id, body.status(), me);
        return read(id, me);
    }

    // ---- when it comes to nothing

    /** A cancellation with the next promise of a customer whose order was binding. */
    record CancellationBody(
            Cancellation.@Nullable Reason reason,
            @Nullable String words,
            @Nullable String refund,
            @Nullable Grade grade,
            @Nullable LocalDate nextDate,
            @Nullable NextStepReason nextReason,
            @Nullable String nextNote,
            @Nullable String lateReason) {}

    @PostMapping("/orders/{id}/cancellation")
    ResponseEntity<OrderView> cancel(
            @PathVariable SalesOrderId id,
            @RequestBody CancellationBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        cancellations.cancel(
                id,
                seen(ifMatch),
                new CancelDesk.CancelWish(
                        body.reason(),
                        body.words(),
                        body.refund(),
                        body.grade(),
                        body.nextDate(),
                        body.nextReason(),
                        body.nextNote(),
                        body.lateReason()),
                me);
        return read(id, me);
    }

    /** Why the delivered car was taken back. */
    record ReturnBody(@Nullable String reason) {}

    @PostMapping("/orders/{id}/return")
    ResponseEntity<OrderView> takeBack(@PathVariable SalesOrderId id, @RequestBody ReturnBody body, StaffMember me) {
        desk.takeBack(id, body.reason(), me);
        return read(id, me);
    }

    private OrderView view(SalesOrderId id, StaffMember me) {
        return OrderView.of(file.open(id, me), zone(me));
    }

    private static int seen(@Nullable String ifMatch) {
        return IfMatch.version(ifMatch).orElseThrow(VersionMissing::new);
    }

    private static String tag(SalesOrder order) {
        return "\"" + order.version() + "\"";
    }

    private ZoneId zone(StaffMember me) {
        return dealerships.get(me.dealership()).zone();
    }
}
