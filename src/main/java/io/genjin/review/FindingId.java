package io.genjin.review;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names a finding of a weekly review. */
public record FindingId(UUID value) implements TypedId {

    static FindingId next() {
        return new FindingId(TypedId.newValue());
    }

    public static FindingId of(String text) {
        return new FindingId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
