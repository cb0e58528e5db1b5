package io.genjin.prospect;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one prospect of a dealership. */
public record ProspectId(UUID value) implements TypedId {

    public static ProspectId next() {
        return new ProspectId(TypedId.newValue());
    }

    public static ProspectId of(String text) {
        return new ProspectId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
