package io.genjin.catalog;

import org.jspecify.annotations.Nullable;

/** A competitor's car: 本田 CR-V, and the trim of it that customers look at beside ours. */
public record Rival(String brand, String model, @Nullable String trim) {

    /** Brand, model and trim in one line. */
    public String title() {
        return brand + " " + model + (trim == null ? "" : " " + trim);
    }
}
