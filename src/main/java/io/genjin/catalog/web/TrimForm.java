package io.genjin.catalog.web;

import io.genjin.catalog.CarModelDesk;
import io.genjin.catalog.Energy;
import io.genjin.catalog.Gearbox;
import io.genjin.catalog.ListPrice;
import io.genjin.catalog.Trim;
import io.genjin.catalog.TrimText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A trim as it was filled in, on the page or by a system.
 *
 * @param listPrice in yuan: {@code 189900.00}
 * @param priceFrom from which day the list price counts; today when nothing is said
 */
record TrimForm(
        @Nullable String name,
        @Nullable Integer modelYear,
        @Nullable Energy energy,
        @Nullable Integer powerKw,
        @Nullable Gearbox gearbox,
        @Nullable Integer seats,
        @Nullable Integer range,
        @Nullable String listPrice,
        @Nullable LocalDate priceFrom) {

    /** The form at first: the price of today, and no day, so that another price counts from today. */
    static TrimForm of(Trim trim, LocalDate today) {
        TrimText text = trim.text();
        String price = trim.priceOn(today)
                .or(() -> trim.nextPrice(today))
                .map(ListPrice::amount)
                .map(Object::toString)
                .orElse("");
        return new TrimForm(
                text.name(),
                text.modelYear(),
                text.energy(),
                text.powerKw(),
                text.gearbox(),
                text.seats(),
                text.range(),
                price,
                null);
    }

    CarModelDesk.TrimDraft draft() {
        return new CarModelDesk.TrimDraft(
                name, modelYear, energy, powerKw, gearbox, seats, range, listPrice, priceFrom);
    }
}
