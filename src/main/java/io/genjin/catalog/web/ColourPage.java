package io.genjin.catalog.web;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.Colour;
import io.genjin.shared.web.Fields;
import org.jspecify.annotations.Nullable;

/** The form of a colour; nothing for a new one. */
public record ColourPage(
        CarModel model,
        @Nullable Colour colour,
        Fields form,
        @Nullable Conflict conflict) {

    public String action() {
        return colour == null ? "/catalog/models/" + model.id() + "/colours" : "/catalog/colours/" + colour.id();
    }
}
