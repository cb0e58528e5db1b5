package io.genjin.delivery;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How one item of the checklist was found.
 *
 * @param words what is missing or wrong
 * @param due   by when the customer gets it; never missing when an item is not in order
 */
public record Check(
        Finding finding, @Nullable String words, @Nullable LocalDate due) {

    /** How it was found. */
    public enum Finding {
        OK,
        NOT_OK,
        NA
    }

    public Check {
        if (finding == Finding.NOT_OK && (words == null || words.isBlank() || due == null)) {
            throw new IllegalArgumentException("what is owed has its words and its day");
        }
    }

    public boolean owes() {
        return finding == Finding.NOT_OK;
    }
}
