package io.genjin.testdrive;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one of the dealership's test cars. */
public record CarId(UUID value) implements TypedId {

    static CarId next() {
        return new CarId(TypedId.newValue());
    }

    public static CarId of(String text) {
        return new CarId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
