package io.genjin.staff.web;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What may be done only so often within a while (S-R6); how often is the operator's setting ({@link LimitSettings}). */
enum Limit {
    /** Questions to the API under one token. */
    API_CALLS(Duration.ofMinutes(1)),
    /** Looks for customers, the ones while somebody types among them. */
    SEARCHES(Duration.ofMinutes(1)),
    /** Sheets and prints. */
    EXPORTS(Duration.ofMinutes(10)),
    /** Numbers shown in full (S-R33). */
    REVEALS(Duration.ofMinutes(10)),
    /** Invitations and links to a new password, made or opened, from one place. */
    PASSWORD_LINKS(Duration.ofMinutes(15)),
    /** Wrong passwords and codes from one place, whichever names they were tried with (S-R2). */
    WRONG_PASSWORDS(Duration.ofMinutes(15)),
    /** Tokens and sessions that are none, or none any more, from one place. */
    STRANGERS(Duration.ofMinutes(15)),
    /** Tokens for a right name and password: more tokens are no way to more questions. */
    TOKENS(Duration.ofMinutes(15));

    private static final Set<String> SEARCH = Set.of("GET /search", "GET /search/results");
    private static final Set<String> LISTS = Set.of("GET /prospects", "GET /owners");
    private static final Set<String> LINKS = Set.of(
            "GET /invitations/{code}",
            "POST /invitations/{code}",
            "POST /staff",
            "POST /staff/{id}/password-reset",
            "POST /staff/{id}/reactivation");

    private final Duration within;

    Limit(Duration within) {
        this.within = within;
    }

    Duration within() {
        return within;
    }

    /**
     * What a route counts as, beside a question to the API. Told by the address, so that a new download or a new number is counted by
     * its name alone.
     *
     * @param searched whether the request has words to search for
     */
    static Optional<Limit> of(String route, boolean searched) {
        if (TakesOut.showsNumber(route)) {
            return Optional.of(REVEALS);
        }
        if (TakesOut.is(route)) {
            return Optional.of(EXPORTS);
        }
        if (SEARCH.contains(route) || searched && LISTS.contains(route)) {
            return Optional.of(SEARCHES);
        }
        return LINKS.contains(route) ? Optional.of(PASSWORD_LINKS) : Optional.empty();
    }
}
