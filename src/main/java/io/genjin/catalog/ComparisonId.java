package io.genjin.catalog;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one comparison with a competitor. */
public record ComparisonId(UUID value) implements TypedId {

    public static ComparisonId next() {
        return new ComparisonId(TypedId.newValue());
    }

    public static ComparisonId of(String text) {
        return new ComparisonId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
