package io.genjin.delivery;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names the handover of one car. */
public record DeliveryId(UUID value) implements TypedId {

    public static DeliveryId next() {
        return new DeliveryId(TypedId.newValue());
    }

    public static DeliveryId of(String text) {
        return new DeliveryId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
