package io.genjin.intake;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one lead as it arrived. */
public record LeadId(UUID value) implements TypedId {

    public static LeadId next() {
        return new LeadId(TypedId.newValue());
    }

    public static LeadId of(String text) {
        return new LeadId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
