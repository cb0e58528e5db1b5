package io.genjin.prospect;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a prospect stands in its life (FJ-MⅢ-08, domain 1.8), and where it may go from there; the database knows the same
 * moves. How far the card is confirmed is {@link CardStatus}.
 */
public enum ProspectStatus {
    /** Arrived and waiting for a consultant; the designated person answers for it meanwhile. */
    LEAD_RECEIVED,
    /** A consultant answers for it; neither followed nor entered yet. */
    ASSIGNED,
    FOLLOWING,
    /** No deal: the consultant sums up why and says whether to visit again (state 7). */
    NOT_CLOSED_REVIEW,
    /** The consultant will not visit again: a manager decides what happens, and nothing else ends it (state 9, scenario 34). */
    CAUSE_ANALYSIS,
    /** A defeat was applied for and waits for another person's word. */
    DEFEAT_PENDING,
    DEFEATED,
    /** Rests until its wake-up date, or until the customer comes back. */
    DORMANT,
    INVALID,
    /** Merged into another prospect of the same customer. */
    DUPLICATE,
    ORDERED,
    DELIVERED;

    private static final Set<ProspectStatus> CLOSED = EnumSet.of(DEFEATED, INVALID, DUPLICATE, DELIVERED);
    private static final Set<ProspectStatus> FOLLOWED =
            EnumSet.of(LEAD_RECEIVED, ASSIGNED, FOLLOWING, NOT_CLOSED_REVIEW, CAUSE_ANALYSIS, DEFEAT_PENDING);
    private static final Map<ProspectStatus, Set<ProspectStatus>> MOVES = new EnumMap<>(Map.of(
            LEAD_RECEIVED, EnumSet.of(ASSIGNED, INVALID, DUPLICATE),
            ASSIGNED, EnumSet.of(LEAD_RECEIVED, FOLLOWING, INVALID, DUPLICATE),
            FOLLOWING, EnumSet.of(NOT_CLOSED_REVIEW, ORDERED, DUPLICATE),
            NOT_CLOSED_REVIEW, EnumSet.of(FOLLOWING, CAUSE_ANALYSIS, ORDERED, DUPLICATE),
            CAUSE_ANALYSIS, EnumSet.of(FOLLOWING, DEFEAT_PENDING, DORMANT, ORDERED, DUPLICATE),
            DEFEAT_PENDING, EnumSet.of(DEFEATED, FOLLOWING, ORDERED, DUPLICATE),
            DORMANT, EnumSet.of(FOLLOWING, DUPLICATE),
            DEFEATED, EnumSet.of(FOLLOWING, DUPLICATE),
            ORDERED, EnumSet.of(FOLLOWING, DELIVERED)));

    static {
        // a merge that is undone gives back what was before it
        MOVES.put(
                DUPLICATE,
                EnumSet.of(
                        LEAD_RECEIVED,
                        ASSIGNED,
                        FOLLOWING,
                        NOT_CLOSED_REVIEW,
                        CAUSE_ANALYSIS,
                        DEFEAT_PENDING,
                        DORMANT,
                        DEFEATED));
    }

    /** An open prospect has one owner, one grade and one next step at every instant. */
    public boolean isOpen() {
        return !CLOSED.contains(this);
    }

    /** The consultant owes contacts by the rhythm of the grade. */
    public boolean isFollowed() {
        return FOLLOWED.contains(this);
    }

    /** Whether the chart has an arrow from here to {@code next}. */
    public boolean mayBecome(ProspectStatus next) {
        return MOVES.getOrDefault(this, Set.of()).contains(next);
    }

    public static List<ProspectStatus> open() {
        return Arrays.stream(values()).filter(ProspectStatus::isOpen).toList();
    }
}
