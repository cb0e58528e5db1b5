package io.genjin.pdi;

import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a technician found about one item.
 *
 * @param words   what is wrong, or was remedied; never missing at {@link Finding#NOT_OK}
 * @param picture the photograph of it, if one was taken
 * @param round   the inspection that looked at it: in a re-inspection the older number is what was carried over
 */
public record PdiMark(
        Finding finding, @Nullable String words, @Nullable UUID picture, int round, UUID by, Instant at) {

    /** How an item was found. */
    public enum Finding {
        OK,
        NOT_OK,
        NA
    }

    public PdiMark {
        if (finding == Finding.NOT_OK && (words == null || words.isBlank())) {
            throw new IllegalArgumentException("what is not in order is said in words");
        }
    }

    static PdiMark of(
            Finding finding, @Nullable String words, @Nullable UUID picture, int round, StaffId by, Instant at) {
        return new PdiMark(finding, words, picture, round, by.value(), at);
    }

    public boolean needsRework() {
        return finding == Finding.NOT_OK;
    }

    /** Whether it says the same as {@code other}, whoever said it and when. */
    boolean saysTheSame(@Nullable PdiMark other) {
        return other != null
                && finding == other.finding
                && java.util.Objects.equals(words, other.words)
                && java.util.Objects.equals(picture, other.picture);
    }
}
