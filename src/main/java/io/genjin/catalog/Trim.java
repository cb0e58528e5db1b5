package io.genjin.catalog;

import io.genjin.shared.Money;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A model as it can be ordered (配置): what it has, and what it costs on which day. Taken off sale, never deleted. */
public final class Trim {

    private static final Comparator<ListPrice> NEWEST_FIRST = Comparator.comparing(ListPrice::validFrom)
            .thenComparing(ListPrice::setAt)
            .reversed();

    private final TrimId id;
    private final CarModelId model;
    private TrimText text;
    private List<ListPrice> prices;
    private CardEdition edition;

    /** @param prices all that ever counted, in any order */
    Trim(TrimId id, CarModelId model, TrimText text, List<ListPrice> prices, CardEdition edition) {
        this.id = id;
        this.model = model;
        this.text = text;
        this.prices = prices.stream().sorted(NEWEST_FIRST).toList();
        this.edition = edition;
    }

    void change(TrimText changed, int seen, StaffMember by, Instant at) {
        edition = edition.next(seen, edition.retired(), by.id(), at);
        text = changed;
    }

    /** Adds a price, unless that day has it already; says whether it did. */
    boolean price(ListPrice added) {
        Optional<Money> counts = prices.stream()
                .filter(one -> one.validFrom().equals(added.validFrom()))
                .findFirst()
                .map(ListPrice::amount);
        if (counts.equals(Optional.of(added.amount()))) {
            return false;
        }
        prices = Stream.concat(prices.stream(), Stream.of(added))
                .sorted(NEWEST_FIRST)
                .toList();
        return true;
    }

    void retire(boolean retired, StaffMember by, Instant at) {
        edition = edition.next(edition.version(), retired, by.id(), at);
    }

    public TrimId id() {
        return id;
    }

    public CarModelId model() {
        return model;
    }

    public TrimText text() {
        return text;
    }

    /** All list prices that ever counted or will, the newest first. */
    public List<ListPrice> prices() {
        return prices;
    }

    /** The list price that counts on a day; nothing before the first one. */
    public Optional<Money> listPrice(LocalDate day) {
        return priceOn(day).map(ListPrice::amount);
    }

    /** The same with the day from which it counts. */
    public Optional<ListPrice> priceOn(LocalDate day) {
        return prices.stream().filter(one -> !one.validFrom().isAfter(day)).findFirst();
    }

    /** The price that will count next after a day, if one is set. */
    public Optional<ListPrice> nextPrice(LocalDate day) {
        return prices.stream()
                .filter(one -> one.validFrom().isAfter(day))
                .min(Comparator.comparing(ListPrice::validFrom).thenComparing(NEWEST_FIRST));
    }

    public boolean isOnSale() {
        return !edition.retired();
    }

    public CardEdition edition() {
        return edition;
    }
}
