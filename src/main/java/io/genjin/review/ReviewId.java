package io.genjin.review;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names a weekly review. */
public record ReviewId(UUID value) implements TypedId {

    static ReviewId next() {
        return new ReviewId(TypedId.newValue());
    }

    public static ReviewId of(String text) {
        return new ReviewId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
