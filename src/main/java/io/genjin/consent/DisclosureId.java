package io.genjin.consent;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one hand-over to a partner, or the attempt. */
public record DisclosureId(UUID value) implements TypedId {

    public static DisclosureId next() {
        return new DisclosureId(TypedId.newValue());
    }

    public static DisclosureId of(String text) {
        return new DisclosureId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
