package io.genjin.group;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names the unlocking of one dealership's personal data. */
public record UnlockId(UUID value) implements TypedId {

    public static UnlockId next() {
        return new UnlockId(TypedId.newValue());
    }

    public static UnlockId of(String text) {
        return new UnlockId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
