package io.genjin.duplicate;

import io.genjin.prospect.ProspectStatus;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what one case is compared with others: the name, how it sounds, the model, and keyed hashes of numbers and address.
 *
 * @param filedBy who filed it; nobody when it arrived by itself
 */
record Traits(
        UUID id,
        ProspectStatus status,
        String name,
        @Nullable String sound,
        @Nullable String model,
        ByteBuffer mobile,
        ByteBuffer lastFour,
        @Nullable ByteBuffer phone,
        @Nullable ByteBuffer address,
        @Nullable UUID filedBy,
        Instant filedAt) {

    private static final Pattern TITLED =
            Pattern.compile(".{1,2}(先生|女士|小姐|太太|老师|老板|经理|总)|(mr|mrs|ms|miss).*", Pattern.CASE_INSENSITIVE);

    /** The name without blanks and points, narrow, in lower case. */
    String plainName() {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s'’·.-]+", "");
    }

    /** Only a surname and how one addresses its bearer. */
    boolean isTitled() {
        return TITLED.matcher(plainName()).matches();
    }
}
