package io.genjin.catalog;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one model of the range. */
public record CarModelId(UUID value) implements TypedId {

    public static CarModelId next() {
        return new CarModelId(TypedId.newValue());
    }

    public static CarModelId of(String text) {
        return new CarModelId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
