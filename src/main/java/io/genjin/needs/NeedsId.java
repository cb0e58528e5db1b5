package io.genjin.needs;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one filled needs sheet. */
public record NeedsId(UUID value) implements TypedId {

    public static NeedsId next() {
        return new NeedsId(TypedId.newValue());
    }

    public static NeedsId of(String text) {
        return new NeedsId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
