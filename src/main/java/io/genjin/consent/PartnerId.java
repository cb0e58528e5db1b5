package io.genjin.consent;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names a partner to whom data may be handed. */
public record PartnerId(UUID value) implements TypedId {

    public static PartnerId next() {
        return new PartnerId(TypedId.newValue());
    }

    public static PartnerId of(String text) {
        return new PartnerId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
