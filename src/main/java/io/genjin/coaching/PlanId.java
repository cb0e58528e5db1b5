package io.genjin.coaching;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names a success plan. */
public record PlanId(UUID value) implements TypedId {

    public static PlanId next() {
        return new PlanId(TypedId.newValue());
    }

    public static PlanId of(String text) {
        return new PlanId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
