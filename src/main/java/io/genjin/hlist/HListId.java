package io.genjin.hlist;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one consultant's list of one week. */
public record HListId(UUID value) implements TypedId {

    static HListId next() {
        return new HListId(TypedId.newValue());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
