package io.genjin.deal.web;

import io.genjin.deal.DiscountLadder;
import io.genjin.deal.PriceDesk;
import io.genjin.deal.PriceRequest;
import io.genjin.deal.PriceRequestId;
import io.genjin.deal.Quotation;
import io.genjin.deal.QuotationId;
import io.genjin.deal.QuoteComparison;
import io.genjin.deal.QuoteDesk;
import io.genjin.deal.QuoteFile;
import io.genjin.deal.QuoteItem;
import io.genjin.deal.QuoteVersion;
import io.genjin.deal.QuoteWish;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.VersionMissing;
import io.genjin.shared.Page;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.IfMatch;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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

/** Quotations and prices to decide for other systems; the ETag of a quotation is its newest version and revision. */
@RestController
@RequestMapping("/api/v1")
class DealApi {

    private static final int REVISIONS = 1000;
    private static final int MOST = 100;

    private final QuoteDesk desk;
    private final PriceDesk prices;
    private final QuoteFile file;
    private final Dealerships dealerships;
    private final Once once;

    DealApi(QuoteDesk desk, PriceDesk prices, QuoteFile file, Dealerships dealerships, Once once) {
        this.desk = desk;
        this.prices = prices;
        this.file = file;
        this.dealerships = dealerships;
        this.once = once;
    }

    /** A line of a quotation; a purchase tax without amount is estimated. */
    record LineBody(
            QuoteItem.@Nullable Kind kind,
            @Nullable String what,
            @Nullable String amount) {}

    /** A quotation as a system sends it; amounts as text. */
    record QuoteBody(
            @Nullable UUID trimId,
            @Nullable String model,
            @Nullable String trim,
            @Nullable String colour,
            @Nullable String interior,
            @Nullable String listPrice,
            @Nullable String discount,
            @Nullable List<LineBody> items,
            @Nullable String tradeInValue,
            @Nullable LocalDate validUntil) {

        QuoteWish wish() {
            return new QuoteWish(
                    trimId,
                    model,
                    trim,
                    colour,
                    interior,
                    listPrice,
                    discount,
                    items == null
                            ? List.of()
                            : items.stream()
                                    .filter(Objects::nonNull)
                                    .map(line -> new QuoteWish.Line(line.kind(), line.what(), line.amount()))
                                    .toList(),
                    tradeInValue,
                    validUntil);
        }
    }

    /** Words beside a question or an answer. */
    record WordsBody(@Nullable String words) {}

    /** Why, and of a counter-offer how much could be given up instead. */
    record AnswerBody(@Nullable String reason, @Nullable String counter) {}

    /** The competitor whose offer was taken. */
    record LossBody(@Nullable String lostTo) {}

    /** What was asked about what, by which a repeated key is recognised. */
    record Asked(String of, Record body) {}

    @GetMapping("/prospects/{id}/quotes")
    Page<QuoteView> of(@PathVariable ProspectId id, StaffMember me) {
        ZoneId zone = zone(me);
        return new Page<>(
                file.of(id, me).stream().map(one -> QuoteView.of(one, zone)).toList(), null);
    }

    @PostMapping("/prospects/{id}/quotes")
    @Answers(value = QuoteView.class, status = 201)
    ResponseEntity<?> open(
            @PathVariable ProspectId id,
            @RequestBody QuoteBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked("open " + id, body), me.dealership(), me.id(), () -> {
            Quotation quotation = desk.open(id, body.wish(), me);
            return ResponseEntity.created(URI.create("/api/v1/quotes/" + quotation.id()))
                    .eTag(tag(quotation))
                    .body(view(quotation.id(), me));
        });
    }

    @GetMapping("/quotes/{id}")
    ResponseEntity<QuoteView> read(@PathVariable QuotationId id, StaffMember me) {
        QuoteFile.Opened opened = file.open(id, me);
        return ResponseEntity.ok().eTag(tag(opened.quotation())).body(QuoteView.of(opened, zone(me)));
    }

    @PutMapping("/quotes/{id}")
    ResponseEntity<QuoteView> rewrite(
            @PathVariable QuotationId id,
            @RequestBody QuoteBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        int seen = IfMatch.version(ifMatch).orElseThrow(VersionMissing::new);
        desk.rewrite(id, new QuoteDesk.Seen(seen / REVISIONS, seen % REVISIONS), body.wish(), me);
        return read(id, me);
    }

    @GetMapping("/quotes/{id}/comparison")
    QuoteComparison compare(@PathVariable QuotationId id, StaffMember me) {
        return QuoteComparison.of(file.open(id, me).quotation().versions());
    }

    @PostMapping("/quotes/{id}/showing")
    ResponseEntity<QuoteView> show(@PathVariable QuotationId id, StaffMember me) {
        desk.show(id, me);
        return read(id, me);
    }

    @PostMapping("/quotes/{id}/loss")
    ResponseEntity<QuoteView> lose(@PathVariable QuotationId id, @RequestBody LossBody body, StaffMember me) {
        desk.lose(id, body.lostTo(), me);
        return read(id, me);
    }

    @PostMapping("/quotes/{id}/price-requests")
    @Answers(value = QuoteView.RequestView.class, status = 201)
    ResponseEntity<?> ask(
            @PathVariable QuotationId id,
            @RequestBody WordsBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked("ask " + id, body), me.dealership(), me.id(), () -> {
            PriceRequest request = prices.ask(id, body.words(), me);
            return ResponseEntity.created(URI.create("/api/v1/quotes/" + id))
                    .body(QuoteView.request(request, zone(me)));
        });
    }

    /**
     * A price that waits for a word.
     *
     * @param mayDecide whether the reader's word would do
     */
    record WaitingView(
            QuoteView.RequestView request,
            String quotationId,
            String quotationNo,
            String prospectId,
            String customerName,
            String model,
            String listPrice,
            boolean mayDecide) {}

    @GetMapping("/prices")
    Page<WaitingView> waiting(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me) {
        return file.waiting(Math.max(1, Math.min(limit, MOST)), cursor, me)
                .map(one -> new WaitingView(
                        QuoteView.request(one.request(), zone(me)),
                        one.quotation().id().toString(),
                        one.quotation().no(),
                        one.prospect().id().toString(),
                        one.prospect().content().customerName(),
                        one.version().quote().car().name(),
                        one.request().listPrice().toString(),
                        one.mayDecide(me)));
    }

    @PostMapping("/prices/{id}/approval")
    QuoteView.RequestView approve(@PathVariable PriceRequestId id, @RequestBody AnswerBody body, StaffMember me) {
        return QuoteView.request(prices.approve(id, body.reason(), me), zone(me));
    }

    @PostMapping("/prices/{id}/rejection")
    QuoteView.RequestView reject(@PathVariable PriceRequestId id, @RequestBody AnswerBody body, StaffMember me) {
        return QuoteView.request(prices.reject(id, body.reason(), me), zone(me));
    }

    @PostMapping("/prices/{id}/counter-offer")
    QuoteView.RequestView counter(@PathVariable PriceRequestId id, @RequestBody AnswerBody body, StaffMember me) {
        return QuoteView.request(prices.counter(id, body.counter(), body.reason(), me), zone(me));
    }

    /** Limits as a system sends them; amounts or per cent as text. */
    record LimitsBody(
            @Nullable String model,
            DiscountLadder.@Nullable Unit unit,
            @Nullable String consultant,
            @Nullable String showroomManager,
            @Nullable String salesManager,
            @Nullable LocalDate validFrom) {}

    /** Limits that count from a day on; without a model for all without limits of their own. */
    record LimitsView(
            @Nullable String model,
            DiscountLadder.Unit unit,
            BigDecimal consultant,
            BigDecimal showroomManager,
            BigDecimal salesManager,
            LocalDate validFrom,
            boolean builtIn) {

        static LimitsView of(DiscountLadder ladder) {
            return new LimitsView(
                    ladder.model(),
                    ladder.unit(),
                    ladder.consultant(),
                    ladder.showroomManager(),
                    ladder.salesManager(),
                    ladder.validFrom(),
                    ladder.isBuiltIn());
        }
    }

    @GetMapping("/price-limits")
    Page<LimitsView> limits(StaffMember me) {
        return new Page<>(prices.ladders(me).stream().map(LimitsView::of).toList(), null);
    }

    @PostMapping("/price-limits")
    @Answers(value = LimitsView.class, status = 201)
    ResponseEntity<?> set(
            @RequestBody LimitsBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, body, me.dealership(), me.id(), () -> {
            DiscountLadder ladder = prices.set(
                    new PriceDesk.LadderWish(
                            body.model(),
                            body.unit(),
                            body.consultant(),
                            body.showroomManager(),
                            body.salesManager(),
                            body.validFrom()),
                    me);
            return ResponseEntity.created(URI.create("/api/v1/price-limits")).body(LimitsView.of(ladder));
        });
    }

    private QuoteView view(QuotationId id, StaffMember me) {
        return QuoteView.of(file.open(id, me), zone(me));
    }

    private ZoneId zone(StaffMember me) {
        return dealerships.get(me.dealership()).zone();
    }

    private static String tag(Quotation quotation) {
        QuoteVersion newest = quotation.newest();
        return "\"" + (newest.number() * REVISIONS + newest.revision()) + "\"";
    }
}
