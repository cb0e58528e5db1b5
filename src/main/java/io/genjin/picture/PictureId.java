package io.genjin.picture;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names a photograph; what it shows never changes under this name. */
public record PictureId(UUID value) implements TypedId {

    public static PictureId next() {
        return new PictureId(TypedId.newValue());
    }

    public static PictureId of(String text) {
        return new PictureId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
