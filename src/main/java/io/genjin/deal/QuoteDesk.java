package io.genjin.deal;

import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Money;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where quotations are written, shown to the customer, and lost (domain 2.8). */
@Service
public class QuoteDesk {

    private static final int LONGEST = 120;

    private final Quotations quotations;
    private final PriceRequests requests;
    private final Ladders ladders;
    private final CataloguePrices prices;
    private final ProspectDesk prospects;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    QuoteDesk(
            Quotations quotations,
            PriceRequests requests,
            Ladders ladders,
            CataloguePrices prices,
            ProspectDesk prospects,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.quotations = quotations;
        this.requests = requests;
        this.ladders = ladders;
        this.prices = prices;
        this.prospects = prospects;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins a quotation with its first version.
     *
     * @throws FieldsRefused naming each field that is missing or wrong
     */
    @Transactional
    public Quotation open(ProspectId id, QuoteWish wish, StaffMember by) {
        Prospect prospect = prospects.hold(id, by, "quote.write");
        Instant now = clock.instant();
        Quotation quotation = new Quotation(
                QuotationId.next(),
                by.dealership(),
                "Q" + quotations.nextNumber(),
                prospect.id(),
                by.id(),
                now,
                null,
                List.of(version(1, 1, wish, by, now)));
        quotations.add(quotation);
        return quotation;
    }

    /**
     * Writes the newest version anew, or, once the customer has seen it, makes the next one. What was asked or agreed about the
     * price before is void.
     *
     * @param seen the version and revision that the writer has before them
     * @throws QuoteChanged when there is a newer one
     */
    @Transactional
    public Quotation rewrite(QuotationId id, Seen seen, QuoteWish wish, StaffMember by) {
        Held held = hold(id, by);
        QuoteVersion newest = held.quotation().newest();
        if (newest.number() != seen.version() || newest.revision() != seen.revision()) {
            throw new QuoteChanged(newest);
        }
        Instant now = clock.instant();
        QuoteVersion next = newest.isShown()
                ? version(newest.number() + 1, 1, wish, by, now)
                : version(newest.number(), newest.revision() + 1, wish, by, now);
        if (next.quote().equals(newest.quote())) {
            return held.quotation();
        }
        if (newest.isShown()) {
            quotations.addVersion(by.dealership(), id, next);
        } else {
            quotations.rewrite(by.dealership(), id, next);
        }
        voidPrices(held, newest, next, by, now);
        return quotations.get(by.dealership(), id);
    }

    /** What somebody has before them. */
    public record Seen(int version, int revision) {}

    private void voidPrices(Held held, QuoteVersion before, QuoteVersion next, StaffMember by, Instant now) {
        List<PriceRequest> about =
                requests.about(by.dealership(), List.of(held.quotation().id()));
        for (PriceRequest request : about) {
            boolean waits = request.status() == PriceRequest.Status.WAITING;
            boolean agreed = request.status() == PriceRequest.Status.APPROVED && request.asksAbout(before);
            boolean rewritten = before.number() == next.number();
            if (waits || agreed && rewritten) {
                requests.update(by.dealership(), voided(request));
                events.publishEvent(
                        DealFact.of(DealFact.Kind.PRICE_VOIDED, held.prospect(), held.quotation(), next, by.id(), now));
            }
        }
    }

    private static PriceRequest voided(PriceRequest request) {
        return new PriceRequest(
                request.id(),
                request.quotation(),
                request.version(),
                request.revision(),
                request.level(),
                request.listPrice(),
                request.concession(),
                request.words(),
                request.askedBy(),
                request.askedAt(),
                PriceRequest.Status.VOID,
                request.decidedBy(),
                request.decidedAt(),
                request.reason(),
                request.counter());
    }

    /** The customer sees the newest version; from now on it is not changed. Showing it again changes nothing. */
    @Transactional
    public Quotation show(QuotationId id, StaffMember by) {
        Held held = hold(id, by);
        QuoteVersion newest = held.quotation().newest();
        Instant now = clock.instant();
        if (!newest.isShown()) {
            if (!newest.quote().isValidOn(dealerships.get(by.dealership()).dayOf(now))) {
                throw new QuoteExpired();
            }
            quotations.shown(by.dealership(), id, newest.number(), now);
            events.publishEvent(
                    DealFact.of(DealFact.Kind.QUOTED, held.prospect(), held.quotation(), newest, by.id(), now)
                            .with("total", newest.quote().total())
                            .with("discount", newest.quote().discount())
                            .with("validUntil", newest.quote().validUntil().toString()));
        }
        return quotations.get(by.dealership(), id);
    }

    /** The customer took a competitor's offer instead. */
    @Transactional
    public Quotation lose(QuotationId id, @Nullable String competitorTyped, StaffMember by) {
        Held held = hold(id, by);
        List<Field> wrong = new ArrayList<>();
        String competitor = PlainText.line(competitorTyped, LONGEST, "lostTo", wrong);
        if (competitor == null) {
            wrong.add(Field.of("lostTo", "field.required"));
        }
        if (!wrong.isEmpty() || competitor == null) {
            throw new FieldsRefused(wrong);
        }
        quotations.lost(by.dealership(), id, competitor);
        events.publishEvent(DealFact.of(
                        DealFact.Kind.QUOTE_LOST,
                        held.prospect(),
                        held.quotation(),
                        held.quotation().newest(),
                        by.id(),
                        clock.instant())
                .with("competitor", competitor));
        return quotations.get(by.dealership(), id);
    }

    /**
     * The version from which an order is drawn: shown to the customer, and holding today.
     *
     * @throws QuoteNotShown when the customer has not seen it
     * @throws QuoteExpired  when its last day is over
     */
    @Transactional(readOnly = true)
    public QuoteVersion toOrder(Quotation quotation, int version) {
        QuoteVersion chosen = quotation.version(version);
        if (!chosen.isShown()) {
            throw new QuoteNotShown();
        }
        if (!chosen.quote().isValidOn(dealerships.get(quotation.dealership()).today(clock))) {
            throw new QuoteExpired();
        }
        return chosen;
    }

    /** The quotation itself, whoever asks: for modules that act on it, never for answers to people. */
    @Transactional(readOnly = true)
    public Quotation get(DealershipId dealership, QuotationId id) {
        return quotations.get(dealership, id);
    }

    /** How the price of a version stands. */
    @Transactional(readOnly = true)
    public PriceStanding standing(Quotation quotation, QuoteVersion version) {
        return PriceStanding.of(version, requests.about(quotation.dealership(), List.of(quotation.id())));
    }

    private record Held(Quotation quotation, Prospect prospect) {}

    private Held hold(QuotationId id, StaffMember by) {
        ProspectId customer = quotations.get(by.dealership(), id).prospect();
        Prospect prospect = prospects.hold(customer, by, "quote.write");
        return new Held(quotations.get(by.dealership(), id), prospect);
    }

    private QuoteVersion version(int number, int revision, QuoteWish wish, StaffMember by, Instant now) {
        LocalDate today = dealerships.get(by.dealership()).dayOf(now);
        CataloguePrices.Priced priced = prices.of(wish.trimId(), by.dealership());
        Quote quote = new WishReader(
                        wish, priced == null ? null : priced.car(), priced == null ? null : priced.listPrice(), today)
                .read();
        DiscountLadder ladder =
                DiscountLadder.of(ladders.all(by.dealership()), quote.car().model(), today);
        Money concession = quote.concession();
        return new QuoteVersion(
                number, revision, quote, ladder.levelFor(quote.listPrice(), concession), by.id(), now, null);
    }
}
