package io.genjin.defeat;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one application to give a customer up. */
public record DefeatId(UUID value) implements TypedId {

    public static DefeatId next() {
        return new DefeatId(TypedId.newValue());
    }

    public static DefeatId of(String text) {
        return new DefeatId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
