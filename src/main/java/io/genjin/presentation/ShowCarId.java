package io.genjin.presentation;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one show car. */
public record ShowCarId(UUID value) implements TypedId {

    public static ShowCarId next() {
        return new ShowCarId(TypedId.newValue());
    }

    public static ShowCarId of(String text) {
        return new ShowCarId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
