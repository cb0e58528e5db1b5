package io.genjin.objection;

import io.genjin.staff.StaffId;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to an objection, and what came of it. Never changed, but for one thing: that the customer came up with the
 * objection again shows that a resolving answer did not hold.
 *
 * @param answeredBy who said it to the customer: the consultant first, on price and complaints a manager
 * @param failedAt   when the customer came up with it again
 */
public record Answer(
        UUID id,
        ObjectionId objection,
        String words,
        StaffId answeredBy,
        Instant answeredAt,
        ObjectionResult result,
        @Nullable Instant failedAt) {

    /** Whether the customer was convinced and stayed so. */
    public boolean worked() {
        return result == ObjectionResult.RESOLVED && failedAt == null;
    }

    /** The same answer, however it is written: without blanks, marks and capitals. */
    static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Punct}，。；：！？、“”‘’（）]+", "");
    }
}
