package io.genjin.reception;

import io.genjin.followup.Outcome;
import org.jspecify.annotations.Nullable;

/** What follows a visit; saying it closes the visit. */
public enum Follows {
    NEXT_CONTACT,
    ORDER,
    /** No deal: the consultant sums up why (FJ-MⅢ-08, state 7). */
    REVIEW,
    /** A colleague's customer was received; the colleague goes on. */
    OWNER_GOES_ON,
    /** Came for something else than a car. */
    NON_SALES,
    /** Left no number. */
    NOT_FILED;

    /** The outcome of the contact that such a visit was; none when it is no contact of the consultant's. */
    @Nullable
    Outcome outcome(boolean comesAgain) {
        return switch (this) {
            case NEXT_CONTACT -> comesAgain ? Outcome.APPOINTMENT : Outcome.REACHED;
            case ORDER -> Outcome.ORDERED;
            case REVIEW -> Outcome.NO_INTENT;
            default -> null;
        };
    }
}
