package io.genjin.catalog;

import io.genjin.shared.DealershipId;
import io.genjin.shared.NothingHere;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The range of a dealership as everybody reads it: models, their trims with list prices, their colours. */
@Service
public class CarModels {

    private final ModelRange range;

    CarModels(ModelRange range) {
        this.range = range;
    }

    /** All models that can be sold, by brand and name. */
    @Transactional(readOnly = true)
    public List<CarModel> onSale(DealershipId dealership) {
        return range.all(dealership).stream().filter(CarModel::isOnSale).toList();
    }

    /** All models, those off sale last. */
    @Transactional(readOnly = true)
    public List<CarModel> all(DealershipId dealership) {
        return range.all(dealership);
    }

    /** @throws NothingHere when the dealership never had such a model */
    @Transactional(readOnly = true)
    public CarModel get(CarModelId id, DealershipId dealership) {
        return range.get(dealership, id);
    }

    /**
     * The model to which a trim belongs, on sale or off.
     *
     * @throws NothingHere when the dealership never had such a trim
     */
    @Transactional(readOnly = true)
    public CarModel ofTrim(TrimId trim, DealershipId dealership) {
        return range.get(dealership, range.modelOf(dealership, trim));
    }

    /**
     * The model to which a colour belongs, on sale or off.
     *
     * @throws NothingHere when the dealership never had such a colour
     */
    @Transactional(readOnly = true)
    public CarModel ofColour(ColourId colour, DealershipId dealership) {
        return range.get(dealership, range.modelOf(dealership, colour));
    }

    /**
     * A trim, on sale or off.
     *
     * @throws NothingHere when the dealership never had such a trim
     */
    @Transactional(readOnly = true)
    public Trim trim(TrimId trim, DealershipId dealership) {
        return ofTrim(trim, dealership).trim(trim);
    }

    /** The model that a customer's wish means: of those that fit the one on sale, then the closest. */
    @Transactional(readOnly = true)
    public Optional<CarModel> meant(String wish, DealershipId dealership) {
        return meant(wish, range.all(dealership));
    }

    /** The same among models that were read already. */
    public static Optional<CarModel> meant(String wish, List<CarModel> models) {
        return models.stream()
                .filter(model -> model.name().isWishedBy(wish))
                .min(Comparator.comparing((CarModel model) -> !model.isOnSale())
                        .thenComparing(model -> -model.name().closeness()));
    }
}
