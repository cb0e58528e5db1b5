package io.genjin.duplicate;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names one pair of cases that may be one customer. */
public record CandidateId(UUID value) implements TypedId {

    public static CandidateId next() {
        return new CandidateId(TypedId.newValue());
    }

    public static CandidateId of(String text) {
        return new CandidateId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
