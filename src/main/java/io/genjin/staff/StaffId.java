package io.genjin.staff;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one person of a dealership. */
public record StaffId(UUID value) implements TypedId {

    public static StaffId next() {
        return new StaffId(TypedId.newValue());
    }

    public static StaffId of(String text) {
        return new StaffId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
