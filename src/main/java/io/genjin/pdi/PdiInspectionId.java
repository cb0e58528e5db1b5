package io.genjin.pdi;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one inspection of a car. */
public record PdiInspectionId(UUID value) implements TypedId {

    public static PdiInspectionId next() {
        return new PdiInspectionId(TypedId.newValue());
    }

    public static PdiInspectionId of(String text) {
        return new PdiInspectionId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
