package io.genjin.deal.web;

import io.genjin.deal.PurchaseTax;
import io.genjin.deal.Quote;
import io.genjin.deal.QuoteItem;
import io.genjin.deal.QuoteWish;
import io.genjin.shared.Money;
import io.genjin.shared.TypedId;
import io.genjin.shared.web.Fields;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sheet on which a quotation is written: the car, and a few lines of each kind, of which the empty ones are left out. */
final class QuoteForm {

    private static final Map<QuoteItem.Kind, Integer> LINES = new EnumMap<>(Map.of(
            QuoteItem.Kind.OPTION, 2,
            QuoteItem.Kind.ACCESSORY, 2,
            QuoteItem.Kind.INSURANCE, 1,
            QuoteItem.Kind.LICENCE_FEE, 1,
            QuoteItem.Kind.PURCHASE_TAX, 1,
            QuoteItem.Kind.SERVICE_FEE, 1,
            QuoteItem.Kind.LOAN_CHARGE, 1,
            QuoteItem.Kind.GIFT, 2));

    private QuoteForm() {}

    /** An empty sheet; the tax is estimated unless somebody types it. */
    static Fields blank(@Nullable String model, LocalDate today) {
        Fields form = Fields.empty()
                .put("model", model)
                .put("validUntil", today.plusDays(Quote.VALID_DAYS))
                .put("estimateTax", true);
        return lines(form, List.of());
    }

    /** The sheet with what a version says. */
    static Fields of(Quote quote, LocalDate today) {
        boolean valid = quote.isValidOn(today);
        Fields form = Fields.empty()
                .put("trimId", quote.car().trimId())
                .put("model", quote.car().model())
                .put("trim", quote.car().trim())
                .put("colour", quote.car().colour())
                .put("interior", quote.car().interior())
                .put("listPrice", quote.listPrice())
                .put("discount", quote.discount().isNothing() ? null : quote.discount())
                .put("tradeIn", quote.tradeIn().isNothing() ? null : quote.tradeIn())
                .put("validUntil", valid ? quote.validUntil() : today.plusDays(Quote.VALID_DAYS))
                .put("estimateTax", isEstimated(quote));
        return lines(
                form,
                quote.items().stream()
                        .filter(item -> item.kind() != QuoteItem.Kind.PURCHASE_TAX || !isEstimated(quote))
                        .toList());
    }

    /** A tax that was estimated is estimated again when the price changes; one that was typed stays. */
    private static boolean isEstimated(Quote quote) {
        Money invoiced = quote.items().stream()
                .filter(item -> item.kind() == QuoteItem.Kind.OPTION)
                .map(QuoteItem::amount)
                .reduce(quote.net(), Money::plus);
        return quote.items().stream()
                .filter(item -> item.kind() == QuoteItem.Kind.PURCHASE_TAX)
                .anyMatch(item -> item.amount().equals(PurchaseTax.of(invoiced)));
    }

    private static Fields lines(Fields form, List<QuoteItem> items) {
        List<String> kinds = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> amounts = new ArrayList<>();
        for (QuoteItem.Kind kind : QuoteItem.Kind.values()) {
            List<QuoteItem> said =
                    items.stream().filter(item -> item.kind() == kind).toList();
            for (int place = 0; place < Math.max(said.size(), LINES.getOrDefault(kind, 1)); place++) {
                boolean empty = place >= said.size();
                kinds.add(kind.name());
                words.add(empty ? "" : said.get(place).what());
                amounts.add(empty ? "" : said.get(place).amount().toString());
            }
        }
        return form.put("lineKind", kinds).put("lineWhat", words).put("lineAmount", amounts);
    }

    /** What the sheet asks for, as it was sent. */
    static QuoteWish read(HttpServletRequest request) {
        return new QuoteWish(
                id(request.getParameter("trimId")),
                request.getParameter("model"),
                request.getParameter("trim"),
                request.getParameter("colour"),
                request.getParameter("interior"),
                request.getParameter("listPrice"),
                request.getParameter("discount"),
                lines(request),
                request.getParameter("tradeIn"),
                day(request.getParameter("validUntil")));
    }

    /** Whether a day was typed that is none. */
    static boolean isUnreadable(HttpServletRequest request) {
        String typed = request.getParameter("validUntil");
        return typed != null && !typed.isBlank() && day(typed) == null;
    }

    private static List<QuoteWish.Line> lines(HttpServletRequest request) {
        List<String> kinds = values(request, "lineKind");
        List<String> words = values(request, "lineWhat");
        List<String> amounts = values(request, "lineAmount");
        boolean estimate = "true".equals(request.getParameter("estimateTax"));
        List<QuoteWish.Line> lines = new ArrayList<>();
        for (int place = 0; place < kinds.size(); place++) {
            QuoteItem.Kind kind = kind(kinds.get(place));
            String amount = place < amounts.size() ? amounts.get(place) : "";
            String what = place < words.size() ? words.get(place) : "";
            boolean untaxed = kind == QuoteItem.Kind.PURCHASE_TAX && amount.isBlank() && !estimate;
            // a line left out keeps its place, by which its fields are named when something is wrong
            lines.add(
                    untaxed
                            ? new QuoteWish.Line(QuoteItem.Kind.OPTION, "", "")
                            : new QuoteWish.Line(kind, what, amount));
        }
        return lines;
    }

    private static List<String> values(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    private static QuoteItem.@Nullable Kind kind(String typed) {
        for (QuoteItem.Kind kind : QuoteItem.Kind.values()) {
            if (kind.name().equals(typed)) {
                return kind;
            }
        }
        return null;
    }

    private static @Nullable UUID id(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : TypedId.parse(typed);
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
