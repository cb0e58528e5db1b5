package io.genjin.deal.web;

import io.genjin.deal.ApprovalLevel;
import io.genjin.deal.PriceRequest;
import io.genjin.deal.PriceStanding;
import io.genjin.deal.QuoteFile;
import io.genjin.deal.QuoteItem;
import io.genjin.deal.QuoteVersion;
import io.genjin.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quotation as other systems see it; amounts as text, exact to the cent.
 *
 * @param hasNeedsSheet whether the customer's needs were written down before
 */
record QuoteView(
        String id,
        String no,
        String prospectId,
        @Nullable String lostTo,
        boolean hasNeedsSheet,
        List<VersionView> versions,
        List<RequestView> priceRequests) {

    /** A line beside the car. */
    record ItemView(QuoteItem.Kind kind, String what, String amount) {}

    /** One version with its sums. */
    record VersionView(
            int version,
            int revision,
            String model,
            @Nullable String trim,
            @Nullable String colour,
            @Nullable String interior,
            String listPrice,
            String discount,
            String netPrice,
            List<ItemView> items,
            String extras,
            String gifts,
            String total,
            String tradeInValue,
            String due,
            LocalDate validUntil,
            ApprovalLevel approvalLevel,
            PriceStanding standing,
            @Nullable OffsetDateTime shownAt) {}

    /** A question about a price and its answer. */
    record RequestView(
            String id,
            int version,
            ApprovalLevel level,
            String concession,
            PriceRequest.Status status,
            OffsetDateTime askedAt,
            OffsetDateTime dueAt,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String reason,
            @Nullable String counter) {}

    static QuoteView of(QuoteFile.Opened opened, ZoneId zone) {
        return new QuoteView(
                opened.quotation().id().toString(),
                opened.quotation().no(),
                opened.quotation().prospect().toString(),
                opened.quotation().lostTo(),
                opened.hasNeedsSheet(),
                opened.quotation().versions().stream()
                        .map(version -> version(version, opened.standing(version), zone))
                        .toList(),
                opened.requests().stream().map(one -> request(one, zone)).toList());
    }

    private static VersionView version(QuoteVersion version, PriceStanding standing, ZoneId zone) {
        var quote = version.quote();
        return new VersionView(
                version.number(),
                version.revision(),
                quote.car().model(),
                quote.car().trim(),
                quote.car().colour(),
                quote.car().interior(),
                quote.listPrice().toString(),
                quote.discount().toString(),
                quote.net().toString(),
                quote.items().stream()
                        .map(item -> new ItemView(
                                item.kind(), item.what(), item.amount().toString()))
                        .toList(),
                quote.extras().toString(),
                quote.gifts().toString(),
                quote.total().toString(),
                quote.tradeIn().toString(),
                quote.due().toString(),
                quote.validUntil(),
                version.level(),
                standing,
                at(version.shownAt(), zone));
    }

    static RequestView request(PriceRequest one, ZoneId zone) {
        Money counter = one.counter();
        return new RequestView(
                one.id().toString(),
                one.version(),
                one.level(),
                one.concession().toString(),
                one.status(),
                one.askedAt().atZone(zone).toOffsetDateTime(),
                one.dueAt().atZone(zone).toOffsetDateTime(),
                at(one.decidedAt(), zone),
                one.reason(),
                counter == null ? null : counter.toString());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? null : moment.atZone(zone).toOffsetDateTime();
    }
}
