package io.genjin.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody with a right password still owes before they may go on: a newer password, a second factor (S-R5, S-R8).
 *
 * @param password    the present one is older than the dealership's preset lets it become
 * @param factorUntil until when a second factor must be set up; none when it is there, or is not asked of this person
 * @param factorNow   that moment is over
 */
public record Owing(boolean password, @Nullable Instant factorUntil, boolean factorNow) {

    /** Nothing else may be done before. */
    public boolean stops() {
        return password || factorNow;
    }
}
