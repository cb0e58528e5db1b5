package io.genjin.subscription;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** The identity of a subscription. */
public record SubscriptionId(UUID value) implements TypedId {

    public static SubscriptionId next() {
        return new SubscriptionId(TypedId.newValue());
    }

    public static SubscriptionId of(String text) {
        return new SubscriptionId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
