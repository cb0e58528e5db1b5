package io.genjin.deal;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one question about a price. */
public record PriceRequestId(UUID value) implements TypedId {

    public static PriceRequestId next() {
        return new PriceRequestId(TypedId.newValue());
    }

    public static PriceRequestId of(String text) {
        return new PriceRequestId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
