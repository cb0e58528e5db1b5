package io.genjin.duplicate;

import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One look through all customers of a dealership.
 *
 * @param askedBy nobody when the night asked for it
 * @param after   up to which customer it has looked
 * @param found   how many pairs it has found so far
 */
public record LookThrough(
        UUID id,
        @Nullable StaffId askedBy,
        Instant askedAt,
        int looked,
        UUID after,
        int found,
        @Nullable Instant finishedAt) {

    public boolean isFinished() {
        return finishedAt != null;
    }
}
