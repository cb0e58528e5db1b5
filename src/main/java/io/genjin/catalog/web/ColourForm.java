package io.genjin.catalog.web;

import io.genjin.catalog.CarModelDesk;
import io.genjin.catalog.ColourPlace;
import io.genjin.catalog.ColourText;
import org.jspecify.annotations.Nullable;

/**
 * A colour as it was filled in, on the page or by a system.
 *
 * @param swatch    how it looks: {@code #1F3A5F}
 * @param surcharge in yuan; nothing when it costs nothing
 */
record ColourForm(
        @Nullable ColourPlace place,
        @Nullable String name,
        @Nullable String swatch,
        @Nullable String surcharge) {

    static ColourForm of(ColourText text) {
        return new ColourForm(
                text.place(),
                text.name(),
                text.swatch().hex(),
                text.surcharge().isNothing() ? null : text.surcharge().toString());
    }

    CarModelDesk.ColourDraft draft() {
        return new CarModelDesk.ColourDraft(place, name, swatch, surcharge);
    }
}
