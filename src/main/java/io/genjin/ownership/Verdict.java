package io.genjin.ownership;

import io.genjin.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decided dispute: who gets the customer, why, in words, and how the credit of a sale is split.
 *
 * @param shareA per cent for who owned the customer before; nothing when the new owner gets all
 * @param shareB per cent for the claimant
 */
public record Verdict(
        Instance instance,
        StaffId by,
        Instant at,
        StaffId owner,
        Reason reason,
        String words,
        @Nullable Integer shareA,
        @Nullable Integer shareB) {

    /** Who decided: a manager within two working days, or the sales manager on appeal, finally. */
    public enum Instance {
        FIRST,
        APPEAL
    }

    /** Why the customer goes there; the customer's wish overrides all (5 (f)). */
    public enum Reason {
        OLDER_CARD,
        NEGLECTED,
        CAME_FIRST,
        AGREEMENT,
        CUSTOMER_WISH,
        OTHER
    }

    /** All of a sale's credit. */
    public static final int WHOLE = 100;

    public Verdict {
        if (!isWhole(shareA, shareB)) {
            throw new IllegalArgumentException("a split sums to 100");
        }
    }

    /** Whether two shares are none, or whole per cent that sum to 100. */
    static boolean isWhole(@Nullable Integer shareA, @Nullable Integer shareB) {
        if (shareA == null || shareB == null) {
            return shareA == null && shareB == null;
        }
        return shareA >= 0 && shareB >= 0 && shareA + shareB == WHOLE;
    }

    public boolean isSplit() {
        return shareA != null;
    }
}
