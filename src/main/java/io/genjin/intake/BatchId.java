package io.genjin.intake;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one imported sheet. */
public record BatchId(UUID value) implements TypedId {

    public static BatchId next() {
        return new BatchId(TypedId.newValue());
    }

    public static BatchId of(String text) {
        return new BatchId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
