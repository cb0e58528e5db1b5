package io.genjin.deal;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names a quotation with all its versions. */
public record QuotationId(UUID value) implements TypedId {

    public static QuotationId next() {
        return new QuotationId(TypedId.newValue());
    }

    public static QuotationId of(String text) {
        return new QuotationId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
