package io.genjin.catalog.web;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.Trim;
import io.genjin.shared.web.Fields;
import org.jspecify.annotations.Nullable;

/** The form of a trim; nothing for a new one. */
public record TrimPage(
        CarModel model,
        @Nullable Trim trim,
        Fields form,
        @Nullable Conflict conflict) {

    public String action() {
        return trim == null ? "/catalog/models/" + model.id() + "/trims" : "/catalog/trims/" + trim.id();
    }
}
