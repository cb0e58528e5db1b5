package io.genjin.catalog;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one range sheet that somebody brought. */
public record RangeImportId(UUID value) implements TypedId {

    public static RangeImportId next() {
        return new RangeImportId(TypedId.newValue());
    }

    public static RangeImportId of(String text) {
        return new RangeImportId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
