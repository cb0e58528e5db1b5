package io.genjin.deal;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.CarModels;
import io.genjin.catalog.Trim;
import io.genjin.catalog.TrimId;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Money;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Refusal.Field;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the catalogue says of a trim that was chosen: its words and today's list price. */
@Component
public class CataloguePrices {

    private final CarModels models;
    private final Dealerships dealerships;
    private final Clock clock;

    CataloguePrices(CarModels models, Dealerships dealerships, Clock clock) {
        this.models = models;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /** @param listPrice nothing when the catalogue has no price for today */
    public record Priced(QuotedCar car, @Nullable Money listPrice) {}

    /** The trims on sale with a price today, model by model. */
    public List<Priced> offered(DealershipId dealership) {
        LocalDate today = dealerships.get(dealership).today(clock);
        return models.onSale(dealership).stream()
                .flatMap(model -> model.trimsOnSale().stream().flatMap(trim -> trim.listPrice(today).stream()
                        .map(price -> new Priced(car(model, trim), price))))
                .toList();
    }

    private static QuotedCar car(CarModel model, Trim trim) {
        return new QuotedCar(trim.id().value(), model.name().text(), trim.text().name(), null, null);
    }

    /** @throws FieldsRefused naming {@code trimId} when the dealership has no such trim */
    @Nullable
    Priced of(@Nullable UUID trimId, DealershipId dealership) {
        if (trimId == null) {
            return null;
        }
        LocalDate today = dealerships.get(dealership).today(clock);
        TrimId id = new TrimId(trimId);
        try {
            CarModel model = models.ofTrim(id, dealership);
            Trim trim = model.trim(id);
            return new Priced(car(model, trim), trim.listPrice(today).orElse(null));
        } catch (NothingHere unknown) {
            throw new FieldsRefused(Field.of("trimId", "field.trim"));
        }
    }
}
