package io.genjin.catalog;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one skill card of a dealership. */
public record SkillCardId(UUID value) implements TypedId {

    public static SkillCardId next() {
        return new SkillCardId(TypedId.newValue());
    }

    public static SkillCardId of(String text) {
        return new SkillCardId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
