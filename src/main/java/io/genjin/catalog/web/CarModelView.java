package io.genjin.catalog.web;

import io.genjin.catalog.Body;
import io.genjin.catalog.ColourPlace;
import io.genjin.catalog.Energy;
import io.genjin.catalog.Gearbox;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model as systems see it, with its trims and colours.
 *
 * @param onSale whether it can be sold today
 */
record CarModelView(
        String id,
        String brand,
        String name,
        Body body,
        @Nullable String description,
        boolean onSale,
        List<TrimView> trims,
        List<ColourView> colours,
        Edition edition) {

    /**
     * A trim of it.
     *
     * @param listPrice the list price of today in yuan, missing before the first one counts
     * @param prices    all list prices, the newest first
     */
    record TrimView(
            String id,
            String model,
            String name,
            int modelYear,
            Energy energy,
            int powerKw,
            Gearbox gearbox,
            int seats,
            @Nullable Integer range,
            boolean onSale,
            @Nullable BigDecimal listPrice,
            List<PriceView> prices,
            Edition edition) {}

    /** A list price and the day from which it counts. */
    record PriceView(BigDecimal amount, LocalDate validFrom) {}

    /** A colour of it. */
    record ColourView(
            String id,
            String model,
            ColourPlace place,
            String name,
            String swatch,
            BigDecimal surcharge,
            boolean onSale,
            Edition edition) {}
}
