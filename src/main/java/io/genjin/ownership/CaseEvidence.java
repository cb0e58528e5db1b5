package io.genjin.ownership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the journal said of both sides when a dispute began, frozen with it: later contacts change nothing about it.
 *
 * @param owner       who owned the customer then
 * @param claimant    who came after
 * @param dueAt       by when the owner owed the next contact
 * @param overdueDays full days since; 0 while it was not overdue
 * @param graceUntil  the last day of the grace after it (5 (b), policy ownership.grace)
 * @param graceOver   whether the owner's neglect lasted longer, so that a colleague may claim
 */
public record CaseEvidence(
        Instant at,
        Extract owner,
        Extract claimant,
        String grade,
        Instant dueAt,
        long overdueDays,
        LocalDate graceUntil,
        boolean graceOver) {

    /** Why a side is suggested. */
    public enum Because {
        /** The owner's signed card is the older one, and no follow-up is overdue beyond the grace. */
        OLDER_CARD,
        /** A follow-up of the owner is overdue beyond the grace. */
        NEGLECTED,
        /** No card is signed yet: who was there first. */
        CAME_FIRST
    }

    /** Who should get the customer by rule 5 (b), and why; the manager decides. */
    public record Suggestion(UUID who, Because because) {}

    public Suggestion suggestion() {
        if (graceOver) {
            return new Suggestion(claimant.who(), Because.NEGLECTED);
        }
        if (isBefore(owner.cardSignedAt(), claimant.cardSignedAt())) {
            return new Suggestion(owner.who(), Because.OLDER_CARD);
        }
        if (claimant.cardSignedAt() != null) {
            return new Suggestion(claimant.who(), Because.OLDER_CARD);
        }
        return new Suggestion(owner.who(), Because.CAME_FIRST);
    }

    private static boolean isBefore(@Nullable Instant one, @Nullable Instant other) {
        return one != null && (other == null || !other.isBefore(one));
    }
}
