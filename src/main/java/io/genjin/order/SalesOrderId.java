package io.genjin.order;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names an order. */
public record SalesOrderId(UUID value) implements TypedId {

    public static SalesOrderId next() {
        return new SalesOrderId(TypedId.newValue());
    }

    public static SalesOrderId of(String text) {
        return new SalesOrderId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
