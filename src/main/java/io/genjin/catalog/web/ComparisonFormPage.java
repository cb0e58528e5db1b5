package io.genjin.catalog.web;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.Comparison;
import io.genjin.shared.web.Fields;
import org.jspecify.annotations.Nullable;

/** The form of a comparison; nothing for a new one. */
public record ComparisonFormPage(
        CarModel model,
        @Nullable Comparison comparison,
        Fields form,
        @Nullable Conflict conflict) {

    public String action() {
        return comparison == null
                ? "/catalog/models/" + model.id() + "/comparisons"
                : "/catalog/comparisons/" + comparison.id();
    }
}
