package io.genjin.testdrive;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one loan of a test car. */
public record LoanId(UUID value) implements TypedId {

    static LoanId next() {
        return new LoanId(TypedId.newValue());
    }

    public static LoanId of(String text) {
        return new LoanId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
