package io.genjin.improvement;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names an improvement action. */
public record ActionId(UUID value) implements TypedId {

    public static ActionId next() {
        return new ActionId(TypedId.newValue());
    }

    public static ActionId of(String text) {
        return new ActionId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
