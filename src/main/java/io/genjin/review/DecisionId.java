package io.genjin.review;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names a decision of a weekly review. */
public record DecisionId(UUID value) implements TypedId {

    static DecisionId next() {
        return new DecisionId(TypedId.newValue());
    }

    public static DecisionId of(String text) {
        return new DecisionId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
