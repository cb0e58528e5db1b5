package io.genjin.catalog.web;

import io.genjin.catalog.Focus;
import io.genjin.catalog.SellingPoint;
import io.genjin.catalog.SellingPointDesk;
import org.jspecify.annotations.Nullable;

/** A selling point as it was filled in, on the page or by a system. */
record SellingPointForm(
        @Nullable String model,
        @Nullable Focus focus,
        @Nullable String feature,
        @Nullable String advantage,
        @Nullable String benefit,
        @Nullable String proof) {

    static SellingPointForm of(SellingPoint point) {
        return new SellingPointForm(
                point.model().text(),
                point.focus(),
                point.feature(),
                point.advantage(),
                point.benefit(),
                point.proof());
    }

    SellingPointDesk.Draft draft() {
        return new SellingPointDesk.Draft(model, focus, feature, advantage, benefit, proof);
    }
}
