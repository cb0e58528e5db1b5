package io.genjin.owner;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one owner's file. */
public record OwnerId(UUID value) implements TypedId {

    public static OwnerId next() {
        return new OwnerId(TypedId.newValue());
    }

    public static OwnerId of(String text) {
        return new OwnerId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
