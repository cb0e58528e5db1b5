package io.genjin.handover;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one handing over of a leaver's customers. */
public record HandoverId(UUID value) implements TypedId {

    public static HandoverId next() {
        return new HandoverId(TypedId.newValue());
    }

    public static HandoverId of(String text) {
        return new HandoverId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
