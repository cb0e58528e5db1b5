package io.genjin.catalog.web;

import io.genjin.catalog.Body;
import io.genjin.catalog.CarModelDesk;
import io.genjin.catalog.ModelText;
import org.jspecify.annotations.Nullable;

/** A model as it was filled in, on the page or by a system. */
record CarModelForm(
        @Nullable String brand,
        @Nullable String name,
        @Nullable Body body,
        @Nullable String description) {

    static CarModelForm of(ModelText text) {
        return new CarModelForm(text.brand(), text.name().text(), text.body(), text.description());
    }

    CarModelDesk.ModelDraft draft() {
        return new CarModelDesk.ModelDraft(brand, name, body, description);
    }
}
