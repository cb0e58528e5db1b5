package io.genjin.defeat;

import io.genjin.prospect.CardStatus;
import io.genjin.prospect.Prospect;

/** How far the sale had come (达到阶段, 3.9), by the stages of the funnel (4.6). */
public enum StageReached {
    LEAD,
    FILED,
    VISITED,
    RETURNED,
    TEST_DRIVEN,
    QUOTED,
    ORDERED;

    /** What the card itself proves; a person may know of more. */
    public static StageReached of(Prospect prospect) {
        if (prospect.visits().count() >= 2) {
            return RETURNED;
        }
        if (prospect.visits().count() == 1) {
            return VISITED;
        }
        return prospect.approval().status() == CardStatus.ENTERED ? FILED : LEAD;
    }
}
