package io.genjin.catalog.web;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.Colour;
import io.genjin.catalog.ColourPlace;
import io.genjin.catalog.Comparison;
import io.genjin.catalog.SellingPoint;
import io.genjin.catalog.Trim;
import io.genjin.picture.PictureId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One model with all that is said of it. */
public record CarModelPage(
        CarModel model,
        @Nullable PictureId photo,
        List<SellingPoint> sellingPoints,
        List<Comparison> comparisons,
        String changedBy) {

    public List<Comparison> comparisonsInUse() {
        return comparisons.stream().filter(Comparison::isInUse).toList();
    }

    public List<Comparison> comparisonsRetired() {
        return comparisons.stream().filter(one -> !one.isInUse()).toList();
    }

    public List<Colour> colours(ColourPlace place) {
        return model.coloursOnSale(place);
    }

    public List<Trim> trimsOffSale() {
        return model.trims().stream().filter(trim -> !trim.isOnSale()).toList();
    }

    public List<Colour> coloursOffSale() {
        return model.colours().stream().filter(colour -> !colour.isOnSale()).toList();
    }

    public boolean hasRetired() {
        return !(trimsOffSale().isEmpty()
                && coloursOffSale().isEmpty()
                && comparisonsRetired().isEmpty());
    }
}
