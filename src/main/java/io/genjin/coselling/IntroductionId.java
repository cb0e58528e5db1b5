package io.genjin.coselling;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names an introduction; its reward goes by the same name. */
public record IntroductionId(UUID value) implements TypedId {

    public static IntroductionId next() {
        return new IntroductionId(TypedId.newValue());
    }

    public static IntroductionId of(String text) {
        return new IntroductionId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
