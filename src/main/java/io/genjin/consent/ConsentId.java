package io.genjin.consent;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names what a customer said about one partner. */
public record ConsentId(UUID value) implements TypedId {

    public static ConsentId next() {
        return new ConsentId(TypedId.newValue());
    }

    public static ConsentId of(String text) {
        return new ConsentId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
