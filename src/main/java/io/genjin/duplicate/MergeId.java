package io.genjin.duplicate;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one merge of two cases. */
public record MergeId(UUID value) implements TypedId {

    public static MergeId next() {
        return new MergeId(TypedId.newValue());
    }

    public static MergeId of(String text) {
        return new MergeId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
