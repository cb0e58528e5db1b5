package io.genjin.catalog.web;

import io.genjin.catalog.CarModel;
import io.genjin.shared.web.Fields;
import org.jspecify.annotations.Nullable;

/** The form of a model; nothing for a new one. */
public record CarModelFormPage(
        @Nullable CarModel model, Fields form, @Nullable Conflict conflict) {

    public String action() {
        return "/catalog/models" + (model == null ? "" : "/" + model.id());
    }
}
