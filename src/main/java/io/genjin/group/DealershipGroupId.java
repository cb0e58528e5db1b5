package io.genjin.group;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names an investor's group of dealerships. */
public record DealershipGroupId(UUID value) implements TypedId {

    public static DealershipGroupId next() {
        return new DealershipGroupId(TypedId.newValue());
    }

    public static DealershipGroupId of(String text) {
        return new DealershipGroupId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
