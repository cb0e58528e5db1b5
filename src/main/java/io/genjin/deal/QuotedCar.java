package io.genjin.deal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The car that is quoted.
 *
 * @param trimId the trim of the catalogue it was taken from; nothing when the words were typed
 */
public record QuotedCar(
        @Nullable UUID trimId,
        String model,
        @Nullable String trim,
        @Nullable String colour,
        @Nullable String interior) {

    /** Model and trim. */
    public String name() {
        return trim == null ? model : model + " " + trim;
    }
}
