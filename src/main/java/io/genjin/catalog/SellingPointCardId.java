package io.genjin.catalog;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one selling-point card of a dealership. */
public record SellingPointCardId(UUID value) implements TypedId {

    public static SellingPointCardId next() {
        return new SellingPointCardId(TypedId.newValue());
    }

    public static SellingPointCardId of(String text) {
        return new SellingPointCardId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
