package io.genjin.presentation.web;

import io.genjin.catalog.CarModelId;
import org.jspecify.annotations.Nullable;

/** A show car as it was filled in, on the page or by a system. */
record ShowCarForm(
        @Nullable String model,
        @Nullable String label,
        @Nullable String place) {

    @Nullable
    CarModelId modelId() {
        return model == null || model.isBlank() ? null : CarModelId.of(model);
    }
}
