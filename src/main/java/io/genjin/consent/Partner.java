package io.genjin.consent;

import io.genjin.shared.DealershipId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A company outside the dealership that would like to know customers (横向合作伙伴, R-203). Each is named by the dealership
 * itself; Genjin brings none along, and a new one knows nothing of anybody.
 *
 * @param retiredAt since when nothing is handed to it any more; what was handed before stays on record
 */
public record Partner(
        PartnerId id,
        DealershipId dealership,
        String name,
        Type type,
        @Nullable Instant retiredAt) {

    /** What business it is in. */
    public enum Type {
        BANK,
        INSURER,
        LEASING,
        USED_CAR,
        OTHER
    }

    public boolean isActive() {
        return retiredAt == null;
    }
}
