package io.genjin.testdrive;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one ride or drive, from its booking on. */
public record DriveId(UUID value) implements TypedId {

    static DriveId next() {
        return new DriveId(TypedId.newValue());
    }

    public static DriveId of(String text) {
        return new DriveId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
