package io.genjin.testdrive;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one fixed route. */
public record RouteId(UUID value) implements TypedId {

    static RouteId next() {
        return new RouteId(TypedId.newValue());
    }

    public static RouteId of(String text) {
        return new RouteId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
