package io.genjin.catalog;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one colour of a model. */
public record ColourId(UUID value) implements TypedId {

    public static ColourId next() {
        return new ColourId(TypedId.newValue());
    }

    public static ColourId of(String text) {
        return new ColourId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
