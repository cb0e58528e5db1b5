package io.genjin.group;

import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Leave that somebody from outside took, for a reason, to see names at one dealership for a while: consultants' names and customers'
 * masked names and numbers, never a whole number. It ends by itself, and the dealership is told.
 *
 * @param visitor who it is, with their house, as the dealership reads it
 * @param words   why, in the person's own words
 * @param endedAt when it was given back early
 */
public record Unlock(
        UnlockId id,
        DealershipId dealership,
        DealershipId from,
        StaffId by,
        String visitor,
        Purpose purpose,
        String words,
        Instant at,
        Instant endsAt,
        @Nullable Instant endedAt) {

    /** Why personal data may be needed from outside. */
    public enum Purpose {
        /** A customer complained to HQ. */
        COMPLAINT,
        /** HQ and the dealership count a lead differently. */
        LEAD_DISPUTE,
        AUDIT,
        /** What was written down is compared with what happened. */
        DATA_CHECK,
        /** A court or an authority asks. */
        LEGAL
    }

    /** Whether it holds at a moment; at its end it does no more. */
    public boolean holds(Instant now) {
        return endedAt == null && now.isBefore(endsAt) && !now.isBefore(at);
    }
}
