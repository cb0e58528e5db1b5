package io.genjin.deal;

import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Money;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a price is asked for and decided, and where the limits are set (价格审批). */
@Service
public class PriceDesk {

    private static final int LONGEST = 500;
    private static final int LONGEST_MODEL = 120;
    private static final BigDecimal ALL = new BigDecimal("100");

    private final Quotations quotations;
    private final PriceRequests requests;
    private final Ladders ladders;
    private final ProspectDesk prospects;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PriceDesk(
            Quotations quotations,
            PriceRequests requests,
            Ladders ladders,
            ProspectDesk prospects,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.quotations = quotations;
        this.requests = requests;
        this.ladders = ladders;
        this.prospects = prospects;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** Asks for the price of the newest version. */
    @Transactional
    public PriceRequest ask(QuotationId id, @Nullable String words, StaffMember by) {
        return ask(id, quotations.get(by.dealership(), id).newest().number(), words, by);
    }

    /**
     * Asks for the price of one version.
     *
     * @throws PriceNeedsNoWord  when the consultant may give it alone, or it is agreed already
     * @throws PriceAskedAlready when the question waits already
     */
    @Transactional
    public PriceRequest ask(QuotationId id, int version, @Nullable String words, StaffMember by) {
        Prospect prospect = prospects.hold(quotations.get(by.dealership(), id).prospect(), by, "quote.write");
        Quotation quotation = quotations.get(by.dealership(), id);
        QuoteVersion asked = quotation.version(version);
        PriceStanding standing = PriceStanding.of(asked, requests.about(by.dealership(), List.of(id)));
        if (standing.isSettled()) {
            throw new PriceNeedsNoWord();
        }
        List<Field> wrong = new ArrayList<>();
        String why = PlainText.text(words, LONGEST, "words", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Instant now = clock.instant();
        PriceRequest request = new PriceRequest(
                PriceRequestId.next(),
                id,
                asked.number(),
                asked.revision(),
                asked.level(),
                asked.quote().listPrice(),
                asked.quote().concession(),
                why,
                by.id(),
                now,
                PriceRequest.Status.WAITING,
                null,
                null,
                null,
                null);
        requests.add(by.dealership(), request);
        events.publishEvent(DealFact.of(DealFact.Kind.PRICE_ASKED, prospect, quotation, asked, by.id(), now)
                .with("level", asked.level().name())
                .with("concession", request.concession())
                .with("request", request.id().toString()));
        return request;
    }

    /** Agrees to the price. */
    @Transactional
    public PriceRequest approve(PriceRequestId id, @Nullable String reasonTyped, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        String reason = PlainText.text(reasonTyped, LONGEST, "reason", wrong);
        refuse(wrong);
        return decide(id, PriceRequest.Status.APPROVED, reason, null, by);
    }

    /** Refuses the price; why is said to the consultant. */
    @Transactional
    public PriceRequest reject(PriceRequestId id, @Nullable String reasonTyped, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        String reason = required(reasonTyped, "reason", wrong);
        refuse(wrong);
        return decide(id, PriceRequest.Status.REJECTED, reason, null, by);
    }

    /** Refuses the price and names the concession that would be right: a version within it needs no further word. */
    @Transactional
    public PriceRequest counter(
            PriceRequestId id, @Nullable String counterTyped, @Nullable String reasonTyped, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        String reason = required(reasonTyped, "reason", wrong);
        Money counter = counterTyped == null
                ? null
                : Money.parse(counterTyped).filter(Money::isPositive).orElse(null);
        Money asked = requests.get(by.dealership(), id).concession();
        if (counter == null) {
            wrong.add(Field.of("counter", "field.amount"));
        } else if (counter.compareTo(asked) >= 0) {
            wrong.add(Field.of("counter", "field.counter.less", asked.shown()));
        }
        refuse(wrong);
        return decide(id, PriceRequest.Status.COUNTERED, reason, counter, by);
    }

    private PriceRequest decide(
            PriceRequestId id,
            PriceRequest.Status answer,
            @Nullable String reason,
            @Nullable Money counter,
            StaffMember by) {
        PriceRequest seen = requests.get(by.dealership(), id);
        Quotation quotation = quotations.get(by.dealership(), seen.quotation());
        Prospect prospect = prospects.hold(quotation.prospect(), by, "price.decide");
        PriceRequest request = requests.getForUpdate(by.dealership(), id);
        if (request.status() != PriceRequest.Status.WAITING) {
            throw new PriceDecidedAlready();
        }
        QuoteVersion version = quotation.version(request.version());
        if (by.id().equals(request.askedBy())
                || by.id().equals(version.madeBy())
                || by.id().equals(prospect.owner())) {
            throw new OwnPriceApproved();
        }
        if (!request.level().isWithin(by)) {
            throw new PriceAboveDuty();
        }
        Instant now = clock.instant();
        PriceRequest decided = new PriceRequest(
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
                answer,
                by.id(),
                now,
                reason,
                counter);
        requests.update(by.dealership(), decided);
        boolean approved = answer == PriceRequest.Status.APPROVED;
        events.publishEvent(DealFact.of(
                        approved ? DealFact.Kind.PRICE_APPROVED : DealFact.Kind.PRICE_REJECTED,
                        prospect,
                        quotation,
                        version,
                        by.id(),
                        now)
                .with("level", request.level().name())
                .with("concession", request.concession())
                .with("minutes", decided.waited(now).toMinutes())
                .with("reason", reason)
                .with("counter", counter)
                .with("to", request.askedBy().toString()));
        events.publishEvent(new PriceDecided(by.dealership(), quotation.id(), version.number(), approved, by));
        return decided;
    }

    // ---- the limits

    /** Limits as they are typed. */
    public record LadderWish(
            @Nullable String model,
            DiscountLadder.@Nullable Unit unit,
            @Nullable String consultant,
            @Nullable String showroomManager,
            @Nullable String salesManager,
            @Nullable LocalDate validFrom) {}

    /** Sets limits from a day on, today at the earliest; what was quoted before keeps its level. */
    @Transactional
    public DiscountLadder set(LadderWish wish, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        LocalDate today = dealerships.get(by.dealership()).today(clock);
        String model = PlainText.line(wish.model(), LONGEST_MODEL, "model", wrong);
        BigDecimal consultant = limit(wish.consultant(), wish.unit(), "consultant", wrong);
        BigDecimal showroomManager = limit(wish.showroomManager(), wish.unit(), "showroomManager", wrong);
        BigDecimal salesManager = limit(wish.salesManager(), wish.unit(), "salesManager", wrong);
        LocalDate from = wish.validFrom() == null ? today : wish.validFrom();
        if (wish.unit() == null) {
            wrong.add(Field.of("unit", "field.required"));
        }
        if (from.isBefore(today) || from.isAfter(today.plusYears(1))) {
            wrong.add(Field.of("validFrom", "field.validFrom"));
        }
        if (consultant != null && showroomManager != null && consultant.compareTo(showroomManager) > 0) {
            wrong.add(Field.of("showroomManager", "field.limit.grows"));
        }
        if (showroomManager != null && salesManager != null && showroomManager.compareTo(salesManager) > 0) {
            wrong.add(Field.of("salesManager", "field.limit.grows"));
        }
        refuse(wrong);
        DiscountLadder ladder = new DiscountLadder(
                TypedId.newValue(),
                model,
                Objects.requireNonNull(wish.unit()),
                Objects.requireNonNull(consultant),
                Objects.requireNonNull(showroomManager),
                Objects.requireNonNull(salesManager),
                from);
        ladders.add(by.dealership(), ladder, by.id(), clock.instant());
        return ladder;
    }

    /** Everything that was ever set, and what counts where nothing was. */
    @Transactional(readOnly = true)
    public List<DiscountLadder> ladders(StaffMember reader) {
        List<DiscountLadder> all = new ArrayList<>(ladders.all(reader.dealership()));
        all.add(DiscountLadder.BUILT_IN);
        return all;
    }

    private static @Nullable BigDecimal limit(
            @Nullable String typed, DiscountLadder.@Nullable Unit unit, String field, List<Field> wrong) {
        BigDecimal limit = typed == null
                ? null
                : Money.parse(typed.replace("%", ""))
                        .filter(money -> !money.isNegative())
                        .map(Money::yuan)
                        .orElse(null);
        if (limit == null) {
            wrong.add(Field.of(field, "field.amount"));
        } else if (unit == DiscountLadder.Unit.PERCENT && limit.compareTo(ALL) > 0) {
            wrong.add(Field.of(field, "field.limit.percent"));
        }
        return limit;
    }

    private static @Nullable String required(@Nullable String typed, String field, List<Field> wrong) {
        String text = PlainText.text(typed, LONGEST, field, wrong);
        if (text == null) {
            wrong.add(Field.of(field, "field.required"));
        }
        return text;
    }

    private static void refuse(List<Field> wrong) {
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
    }
}
