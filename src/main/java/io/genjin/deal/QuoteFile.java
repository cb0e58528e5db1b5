package io.genjin.deal;

import io.genjin.dealership.Dealerships;
import io.genjin.journal.Journal;
import io.genjin.privacy.AccessLog;
import io.genjin.prospect.Access;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Cursor;
import io.genjin.shared.Page;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Quotations and the prices to decide, for those who may see them; another consultant's are not there (S-R22). */
@Component
@Transactional(readOnly = true)
public class QuoteFile {

    private static final String READ = "quote.read";

    private final Quotations quotations;
    private final PriceRequests requests;
    private final Ladders ladders;
    private final CardFile file;
    private final Access access;
    private final ProspectDesk prospects;
    private final CataloguePrices catalogue;
    private final AccessLog accessLog;
    private final Journal journal;
    private final Dealerships dealerships;
    private final Clock clock;

    QuoteFile(
            Quotations quotations,
            PriceRequests requests,
            Ladders ladders,
            CardFile file,
            Access access,
            ProspectDesk prospects,
            CataloguePrices catalogue,
            AccessLog accessLog,
            Journal journal,
            Dealerships dealerships,
            Clock clock) {
        this.quotations = quotations;
        this.requests = requests;
        this.ladders = ladders;
        this.file = file;
        this.access = access;
        this.prospects = prospects;
        this.catalogue = catalogue;
        this.accessLog = accessLog;
        this.journal = journal;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * A quotation with everything asked about its prices, oldest first.
     *
     * @param hasNeedsSheet whether the customer's needs were ever written down (2.4: before the first quote)
     */
    public record Opened(
            Quotation quotation,
            Prospect prospect,
            List<PriceRequest> requests,
            DiscountLadder ladder,
            boolean hasNeedsSheet,
            LocalDate today) {

        public PriceStanding standing(QuoteVersion version) {
            return PriceStanding.of(version, requests);
        }

        /** The last question about the price, if there was one. */
        public Optional<PriceRequest> lastRequest() {
            return requests.stream().reduce((earlier, later) -> later);
        }
    }

    public Opened open(QuotationId id, StaffMember reader) {
        Quotation quotation = quotations.get(reader.dealership(), id);
        Prospect prospect = seen(quotation.prospect(), reader);
        return opened(quotation, prospect, requests.about(reader.dealership(), List.of(id)), reader);
    }

    private Opened opened(Quotation quotation, Prospect prospect, List<PriceRequest> about, StaffMember reader) {
        LocalDate today = dealerships.get(reader.dealership()).today(clock);
        return new Opened(
                quotation,
                prospect,
                about,
                DiscountLadder.of(
                        ladders.all(reader.dealership()),
                        quotation.newest().quote().car().model(),
                        today),
                hasNeedsSheet(prospect, reader),
                today);
    }

    /** All quotations of a customer, newest first, those of merged cases among them. */
    public List<Opened> of(ProspectId id, StaffMember reader) {
        Prospect prospect = seen(id, reader);
        List<Quotation> all = quotations.of(reader.dealership(), file.cases(id, reader));
        List<PriceRequest> about = requests.about(
                reader.dealership(), all.stream().map(Quotation::id).toList());
        return all.stream()
                .map(one -> opened(
                        one,
                        prospect,
                        about.stream()
                                .filter(request -> request.quotation().equals(one.id()))
                                .toList(),
                        reader))
                .toList();
    }

    /** The trims of the catalogue that can be quoted today. */
    public List<CataloguePrices.Priced> offered(StaffMember reader) {
        return catalogue.offered(reader.dealership());
    }

    /** A paper of the quotation is printed; that is on record. */
    @Transactional
    public void printed(QuotationId id, StaffMember reader) {
        accessLog.printed(reader, open(id, reader).quotation().prospect().value(), "quote", 1);
    }

    /** The customer for whom a quotation is to be written, with what counts for them. */
    public record Blank(Prospect prospect, boolean hasNeedsSheet, LocalDate today) {}

    public Blank blank(ProspectId id, StaffMember reader) {
        Prospect prospect = seen(id, reader);
        return new Blank(
                prospect,
                hasNeedsSheet(prospect, reader),
                dealerships.get(reader.dealership()).today(clock));
    }

    /** A price that waits for a word, with its customer. */
    public record Waiting(PriceRequest request, Quotation quotation, Prospect prospect, DiscountLadder ladder) {

        public QuoteVersion version() {
            return quotation.version(request.version());
        }

        /** Whether the reader may give the word. */
        public boolean mayDecide(StaffMember reader) {
            return request.level().isWithin(reader)
                    && !reader.id().equals(request.askedBy())
                    && !reader.id().equals(version().madeBy())
                    && !reader.id().equals(prospect.owner());
        }
    }

    /** The prices to decide, longest waiting first. */
    public Page<Waiting> waiting(int limit, @Nullable String cursor, StaffMember reader) {
        Cursor after = Cursor.read(cursor, 2);
        List<PriceRequest> rows = requests.waiting(
                reader.dealership(), after == null ? Cursor.of(Instant.EPOCH, new UUID(0, 0)) : after, limit + 1);
        Map<QuotationId, Quotation> about =
                quotations
                        .all(
                                reader.dealership(),
                                rows.stream()
                                        .map(row -> row.quotation().value())
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Quotation::id, Function.identity()));
        Map<ProspectId, Prospect> customers =
                prospects
                        .getAll(
                                reader.dealership(),
                                about.values().stream().map(Quotation::prospect).toList())
                        .stream()
                        .collect(Collectors.toMap(Prospect::id, Function.identity(), (one, same) -> one));
        List<DiscountLadder> limits = ladders.all(reader.dealership());
        LocalDate today = dealerships.get(reader.dealership()).today(clock);
        return Page.of(rows, limit, last -> Cursor.of(last.askedAt(), last.id()))
                .map(request -> {
                    Quotation quotation = Objects.requireNonNull(about.get(request.quotation()));
                    return new Waiting(
                            request,
                            quotation,
                            Objects.requireNonNull(customers.get(quotation.prospect())),
                            DiscountLadder.of(
                                    limits,
                                    quotation
                                            .version(request.version())
                                            .quote()
                                            .car()
                                            .model(),
                                    today));
                });
    }

    private Prospect seen(ProspectId id, StaffMember reader) {
        return access.seen(prospects.get(reader.dealership(), id), reader, READ);
    }

    private boolean hasNeedsSheet(Prospect prospect, StaffMember reader) {
        List<UUID> cases = List.of(prospect.id().value());
        return journal.about(reader.dealership(), cases).values().stream()
                .flatMap(List::stream)
                .anyMatch(entry -> entry.kind().equals("NEEDS_ANALYSED"));
    }
}
