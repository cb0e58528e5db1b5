package io.genjin.catalog;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one trim of a model. */
public record TrimId(UUID value) implements TypedId {

    public static TrimId next() {
        return new TrimId(TypedId.newValue());
    }

    public static TrimId of(String text) {
        return new TrimId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
