package io.genjin.hlist;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one customer's place on one list. */
public record HListEntryId(UUID value) implements TypedId {

    static HListEntryId next() {
        return new HListEntryId(TypedId.newValue());
    }

    public static HListEntryId of(String text) {
        return new HListEntryId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
