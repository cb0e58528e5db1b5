package io.genjin.testdrive.web;

import io.genjin.shared.NothingHere;
import io.genjin.testdrive.CarId;
import io.genjin.testdrive.RouteId;
import org.jspecify.annotations.Nullable;

/** Identities as forms and bodies name them; what names nothing was not chosen. */
final class Ids {

    private Ids() {}

    static @Nullable CarId car(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : CarId.of(text);
        } catch (NothingHere unknown) {
            return null;
        }
    }

    static @Nullable RouteId route(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : RouteId.of(text);
        } catch (NothingHere unknown) {
            return null;
        }
    }
}
