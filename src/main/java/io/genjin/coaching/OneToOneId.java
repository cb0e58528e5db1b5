package io.genjin.coaching;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names a one-to-one; its corrections keep the name. */
public record OneToOneId(UUID value) implements TypedId {

    public static OneToOneId next() {
        return new OneToOneId(TypedId.newValue());
    }

    public static OneToOneId of(String text) {
        return new OneToOneId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
