package io.genjin.prospect;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where a prospect stands in its life (FJ-MⅢ-08, domain 1.8). How far the card is confirmed is {@link CardStatus}. */
public enum ProspectStatus {
    /** Arrived and waiting for a consultant; the designated person answers for it meanwhile. */
    LEAD_RECEIVED,
    /** A consultant answers for it; neither followed nor entered yet. */
    ASSIGNED,
    FOLLOWING,
    NOT_CLOSED_REVIEW,
    CAUSE_ANALYSIS,
    DEFEAT_PENDING,
    DEFEATED,
    DORMANT,
    INVALID,
    DUPLICATE,
    ORDERED,
    DELIVERED;

    private static final Set<ProspectStatus> CLOSED = EnumSet.of(DEFEATED, INVALID, DUPLICATE, DELIVERED);

    /** An open prospect has one owner, one grade and one next step at every instant. */
    public boolean isOpen() {
        return !CLOSED.contains(this);
    }

    /** The consultant owes contacts by the rhythm of the grade. */
    public boolean isFollowed() {
        return this == LEAD_RECEIVED
                || this == ASSIGNED
                || this == FOLLOWING
                || this == NOT_CLOSED_REVIEW
                || this == CAUSE_ANALYSIS
                || this == DEFEAT_PENDING;
    }

    public static List<ProspectStatus> open() {
        return Arrays.stream(values()).filter(ProspectStatus::isOpen).toList();
    }
}
