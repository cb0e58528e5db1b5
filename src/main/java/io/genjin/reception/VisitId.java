package io.genjin.reception;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one party that came or called. */
public record VisitId(UUID value) implements TypedId {

    static VisitId next() {
        return new VisitId(TypedId.newValue());
    }

    public static VisitId of(String text) {
        return new VisitId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
