package io.genjin.deal;

import java.util.Collection;

/** How the price of one version stands. */
public enum PriceStanding {
    /** The consultant may give it alone. */
    FREE,
    APPROVED,
    WAITING,
    REJECTED,
    /** It needs somebody's word, and nobody was asked. */
    NEEDED;

    public boolean isSettled() {
        return this == FREE || this == APPROVED;
    }

    static PriceStanding of(QuoteVersion version, Collection<PriceRequest> requests) {
        if (!version.level().needsWord()) {
            return FREE;
        }
        if (requests.stream().anyMatch(one -> one.covers(version))) {
            return APPROVED;
        }
        return requests.stream()
                .filter(one -> one.asksAbout(version))
                .reduce((earlier, later) -> later)
                .map(one -> switch (one.status()) {
                    case WAITING -> WAITING;
                    case REJECTED, COUNTERED -> REJECTED;
                    case APPROVED, VOID -> NEEDED;
                })
                .orElse(NEEDED);
    }
}
