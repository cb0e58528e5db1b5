package io.genjin.order;

import org.jspecify.annotations.Nullable;

/** The car as it was ordered, in the words of the quotation. */
public record OrderedVehicle(
        String model,
        @Nullable String trim,
        @Nullable String colour,
        @Nullable String interior) {

    /** Model and trim. */
    public String name() {
        return trim == null ? model : model + " " + trim;
    }
}
