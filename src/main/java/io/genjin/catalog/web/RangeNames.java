package io.genjin.catalog.web;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.CarModels;
import io.genjin.catalog.ColourPlace;
import io.genjin.shared.DealershipId;
import io.genjin.shared.web.KnownNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is on sale, offered to every form that names a car: models and trims; of a chosen model, or trim, its own trims, colours and
 * interiors.
 */
@Configuration(proxyBeanMethods = false)
class RangeNames {

    private record Named(String kind, CarModels models, Function<CarModel, Stream<String>> of) implements KnownNames {

        @Override
        public List<String> names(DealershipId dealership, String within) {
            List<CarModel> range = models.onSale(dealership);
            return chosen(range, within)
                    .map(Stream::of)
                    .orElseGet(range::stream)
                    .flatMap(of)
                    .distinct()
                    .toList();
        }

        private static Optional<CarModel> chosen(List<CarModel> range, String within) {
            return range.stream()
                    .filter(model -> model.trims().stream()
                            .map(trim -> trim.id().toString())
                            .anyMatch(within::equals))
                    .findFirst()
                    .or(() -> CarModels.meant(within, range));
        }
    }

    @Bean
    KnownNames modelNames(CarModels models) {
        return new Named("models", models, model -> Stream.of(model.name().text()));
    }

    @Bean
    KnownNames carNames(CarModels models) {
        return new Named(
                "cars",
                models,
                model -> Stream.concat(
                        Stream.of(model.name().text()),
                        model.trimsOnSale().stream()
                                .map(trim ->
                                        model.name().text() + " " + trim.text().name())));
    }

    @Bean
    KnownNames trimNames(CarModels models) {
        return new Named("trims", models, model -> model.trimsOnSale().stream()
                .map(trim -> trim.text().name()));
    }

    @Bean
    KnownNames colourNames(CarModels models) {
        return new Named("colours", models, model -> colours(model, ColourPlace.EXTERIOR));
    }

    @Bean
    KnownNames interiorNames(CarModels models) {
        return new Named("interiors", models, model -> colours(model, ColourPlace.INTERIOR));
    }

    private static Stream<String> colours(CarModel model, ColourPlace place) {
        return model.coloursOnSale(place).stream().map(colour -> colour.text().name());
    }
}
