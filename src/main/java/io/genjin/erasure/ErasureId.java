package io.genjin.erasure;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one erasure, from the wish on. */
public record ErasureId(UUID value) implements TypedId {

    public static ErasureId next() {
        return new ErasureId(TypedId.newValue());
    }

    public static ErasureId of(String text) {
        return new ErasureId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
