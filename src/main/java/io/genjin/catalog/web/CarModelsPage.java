package io.genjin.catalog.web;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.Comparison;
import java.util.List;

/** All models of the dealership, and how many comparisons each has. */
public record CarModelsPage(List<CarModel> models, List<Comparison> comparisons) {

    public List<CarModel> onSale() {
        return models.stream().filter(CarModel::isOnSale).toList();
    }

    public List<CarModel> offSale() {
        return models.stream().filter(model -> !model.isOnSale()).toList();
    }

    public long comparisonsOf(CarModel model) {
        return comparisons.stream()
                .filter(one -> one.isInUse() && one.text().model().equals(model.id()))
                .count();
    }
}
