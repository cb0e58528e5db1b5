package io.genjin.catalog.web;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.CarModelId;
import io.genjin.catalog.Comparison;
import io.genjin.picture.PictureId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All models of the dealership, what each looks like, and how many comparisons it has. */
public record CarModelsPage(List<CarModel> models, List<Comparison> comparisons, Map<CarModelId, PictureId> photos) {

    public List<CarModel> onSale() {
        return models.stream().filter(CarModel::isOnSale).toList();
    }

    public List<CarModel> offSale() {
        return models.stream().filter(model -> !model.isOnSale()).toList();
    }

    public @Nullable PictureId photoOf(CarModel model) {
        return photos.get(model.id());
    }

    public long comparisonsOf(CarModel model) {
        return comparisons.stream()
                .filter(one -> one.isInUse() && one.text().model().equals(model.id()))
                .count();
    }
}
