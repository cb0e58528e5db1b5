package io.genjin.ownership;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one dispute about a customer. */
public record CollisionId(UUID value) implements TypedId {

    public static CollisionId next() {
        return new CollisionId(TypedId.newValue());
    }

    public static CollisionId of(String text) {
        return new CollisionId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
