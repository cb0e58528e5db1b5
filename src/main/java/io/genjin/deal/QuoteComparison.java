package io.genjin.deal;

import io.genjin.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Versions beside each other, line by line: what each says, and where and by how much it differs from the one before. */
public record QuoteComparison(List<QuoteVersion> versions, List<Row> rows) {

    /** What a line is about. */
    public enum Line {
        CAR,
        COLOUR,
        INTERIOR,
        LIST_PRICE,
        DISCOUNT,
        NET,
        ITEM,
        EXTRAS,
        TOTAL,
        TRADE_IN,
        DUE,
        VALID_UNTIL
    }

    /**
     * One line through all versions.
     *
     * @param kind of an item, what kind it is
     * @param what of an item, its words
     */
    public record Row(
            Line line,
            QuoteItem.@Nullable Kind kind,
            @Nullable String what,
            List<Cell> cells) {

        public boolean differs() {
            return cells.stream().anyMatch(Cell::changed);
        }
    }

    /**
     * What one version says.
     *
     * @param changed whether the version before said something else
     * @param by      of amounts, how much more than the version before
     */
    public record Cell(
            @Nullable String words,
            @Nullable Money amount,
            @Nullable LocalDate day,
            boolean changed,
            @Nullable Money by) {}

    private record ItemName(QuoteItem.Kind kind, String what) {}

    public static QuoteComparison of(List<QuoteVersion> versions) {
        List<Row> rows = new ArrayList<>();
        rows.add(words(versions, Line.CAR, quote -> quote.car().name()));
        rows.add(words(versions, Line.COLOUR, quote -> quote.car().colour()));
        rows.add(words(versions, Line.INTERIOR, quote -> quote.car().interior()));
        rows.add(amounts(versions, Line.LIST_PRICE, null, Quote::listPrice));
        rows.add(amounts(versions, Line.DISCOUNT, null, Quote::discount));
        rows.add(amounts(versions, Line.NET, null, Quote::net));
        Set<ItemName> names = new LinkedHashSet<>();
        for (QuoteItem.Kind kind : QuoteItem.Kind.values()) {
            versions.forEach(version -> version.quote().items().stream()
                    .filter(item -> item.kind() == kind)
                    .forEach(item -> names.add(new ItemName(kind, item.what()))));
        }
        names.forEach(name -> rows.add(amounts(versions, Line.ITEM, name, quote -> item(quote, name))));
        rows.add(amounts(versions, Line.EXTRAS, null, Quote::extras));
        rows.add(amounts(versions, Line.TOTAL, null, Quote::total));
        rows.add(amounts(versions, Line.TRADE_IN, null, Quote::tradeIn));
        rows.add(amounts(versions, Line.DUE, null, Quote::due));
        rows.add(days(versions));
        return new QuoteComparison(versions, rows);
    }

    private static Money item(Quote quote, ItemName name) {
        return quote.items().stream()
                .filter(item -> item.kind() == name.kind() && item.what().equals(name.what()))
                .map(QuoteItem::amount)
                .reduce(Money.NOTHING, Money::plus);
    }

    private static Row words(List<QuoteVersion> versions, Line line, Function<Quote, @Nullable String> said) {
        List<Cell> cells = new ArrayList<>();
        for (int place = 0; place < versions.size(); place++) {
            String now = said.apply(versions.get(place).quote());
            boolean changed = place > 0
                    && !Objects.equals(now, said.apply(versions.get(place - 1).quote()));
            cells.add(new Cell(now, null, null, changed, null));
        }
        return new Row(line, null, null, cells);
    }

    private static Row amounts(
            List<QuoteVersion> versions, Line line, @Nullable ItemName name, Function<Quote, Money> said) {
        List<Cell> cells = new ArrayList<>();
        for (int place = 0; place < versions.size(); place++) {
            Money now = said.apply(versions.get(place).quote());
            Money by = place == 0
                    ? Money.NOTHING
                    : now.minus(said.apply(versions.get(place - 1).quote()));
            cells.add(new Cell(null, now, null, !by.isNothing(), by.isNothing() ? null : by));
        }
        return new Row(line, name == null ? null : name.kind(), name == null ? null : name.what(), cells);
    }

    private static Row days(List<QuoteVersion> versions) {
        List<Cell> cells = new ArrayList<>();
        for (int place = 0; place < versions.size(); place++) {
            LocalDate now = versions.get(place).quote().validUntil();
            boolean changed =
                    place > 0 && !now.equals(versions.get(place - 1).quote().validUntil());
            cells.add(new Cell(null, null, now, changed, null));
        }
        return new Row(Line.VALID_UNTIL, null, null, cells);
    }
}
