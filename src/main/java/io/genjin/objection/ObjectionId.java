package io.genjin.objection;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one objection of one customer. */
public record ObjectionId(UUID value) implements TypedId {

    public static ObjectionId next() {
        return new ObjectionId(TypedId.newValue());
    }

    public static ObjectionId of(String text) {
        return new ObjectionId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
