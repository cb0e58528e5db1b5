package io.genjin.deal;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Money;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a typed quotation; everything wrong is refused together, each at its field. */
final class WishReader {

    static final int MOST_LINES = 40;

    private static final int LONGEST = 120;
    private static final int LONGEST_VALIDITY = 90;

    private final QuoteWish wish;
    private final @Nullable QuotedCar fromCatalogue;
    private final @Nullable Money cataloguePrice;
    private final LocalDate today;
    private final List<Field> wrong = new ArrayList<>();

    /** @param fromCatalogue what the catalogue says of the trim that was chosen, with its list price */
    WishReader(QuoteWish wish, @Nullable QuotedCar fromCatalogue, @Nullable Money cataloguePrice, LocalDate today) {
        this.wish = wish;
        this.fromCatalogue = fromCatalogue;
        this.cataloguePrice = cataloguePrice;
        this.today = today;
    }

    Quote read() {
        String colour = PlainText.line(wish.colour(), LONGEST, "colour", wrong);
        String interior = PlainText.line(wish.interior(), LONGEST, "interior", wrong);
        QuotedCar car = car(colour, interior);
        Money listPrice = listPrice();
        Money discount = amount(wish.discount(), "discount");
        Money tradeIn = amount(wish.tradeIn(), "tradeIn");
        if (listPrice != null && discount != null && discount.isMoreThan(listPrice)) {
            wrong.add(Field.of("discount", "field.discount.tooMuch"));
        }
        LocalDate until = wish.validUntil() == null ? today.plusDays(Quote.VALID_DAYS) : wish.validUntil();
        if (until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_VALIDITY))) {
            wrong.add(Field.of("validUntil", "field.validUntil.quote", LONGEST_VALIDITY));
        }
        List<QuoteItem> items = items(listPrice, discount);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new Quote(
                Objects.requireNonNull(car),
                Objects.requireNonNull(listPrice),
                Objects.requireNonNull(discount),
                items,
                Objects.requireNonNull(tradeIn),
                until);
    }

    private @Nullable QuotedCar car(@Nullable String colour, @Nullable String interior) {
        if (fromCatalogue != null) {
            return new QuotedCar(fromCatalogue.trimId(), fromCatalogue.model(), fromCatalogue.trim(), colour, interior);
        }
        String model = PlainText.line(wish.model(), LONGEST, "model", wrong);
        String trim = PlainText.line(wish.trim(), LONGEST, "trim", wrong);
        if (model == null) {
            wrong.add(Field.of("model", "field.required"));
            return null;
        }
        return new QuotedCar(null, model, trim, colour, interior);
    }

    private @Nullable Money listPrice() {
        boolean typed = wish.listPrice() != null && !wish.listPrice().isBlank();
        if (!typed && cataloguePrice != null) {
            return cataloguePrice;
        }
        Money price = amount(wish.listPrice(), "listPrice");
        if (price != null && !price.isPositive()) {
            wrong.add(Field.of("listPrice", "field.required"));
        }
        return price;
    }

    /** Nothing typed is no money; what is no amount is refused. */
    private @Nullable Money amount(@Nullable String typed, String field) {
        if (typed == null || typed.isBlank()) {
            return Money.NOTHING;
        }
        Money amount = Money.parse(typed).filter(money -> !money.isNegative()).orElse(null);
        if (amount == null) {
            wrong.add(Field.of(field, "field.amount"));
        }
        return amount;
    }

    private List<QuoteItem> items(@Nullable Money listPrice, @Nullable Money discount) {
        List<QuoteItem> items = new ArrayList<>();
        if (wish.lines().size() > MOST_LINES) {
            wrong.add(Field.of("lines", "field.tooMany", MOST_LINES));
            return items;
        }
        QuoteWish.Line tax = null;
        for (int place = 0; place < wish.lines().size(); place++) {
            QuoteWish.Line line = wish.lines().get(place);
            String field = "lines[" + place + "]";
            String what = PlainText.line(line.what(), LONGEST, field + ".what", wrong);
            boolean noAmount = line.amount() == null || line.amount().isBlank();
            if (line.kind() == QuoteItem.Kind.PURCHASE_TAX && noAmount) {
                tax = line;
                continue;
            }
            if (noAmount && what == null) {
                continue;
            }
            Money amount = amount(line.amount(), field + ".amount");
            if (line.kind() == null) {
                wrong.add(Field.of(field + ".kind", "field.required"));
            } else if (amount != null && !amount.isPositive()) {
                wrong.add(Field.of(field + ".amount", "field.required"));
            } else if (amount != null) {
                items.add(new QuoteItem(line.kind(), what == null ? "" : what, amount));
            }
        }
        if (tax != null && wrong.isEmpty() && listPrice != null && discount != null) {
            Money invoiced = items.stream()
                    .filter(item -> item.kind() == QuoteItem.Kind.OPTION)
                    .map(QuoteItem::amount)
                    .reduce(listPrice.minus(discount), Money::plus);
            Money estimate = PurchaseTax.of(invoiced);
            if (estimate.isPositive()) {
                items.add(new QuoteItem(QuoteItem.Kind.PURCHASE_TAX, "", estimate));
            }
        }
        return items;
    }
}
