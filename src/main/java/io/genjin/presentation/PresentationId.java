package io.genjin.presentation;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one presentation of a car. */
public record PresentationId(UUID value) implements TypedId {

    public static PresentationId next() {
        return new PresentationId(TypedId.newValue());
    }

    public static PresentationId of(String text) {
        return new PresentationId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
