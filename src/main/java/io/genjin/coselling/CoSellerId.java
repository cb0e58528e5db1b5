package io.genjin.coselling;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names a co-selling partner. */
public record CoSellerId(UUID value) implements TypedId {

    public static CoSellerId next() {
        return new CoSellerId(TypedId.newValue());
    }

    public static CoSellerId of(String text) {
        return new CoSellerId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
