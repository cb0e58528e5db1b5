package io.genjin.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;

/**
 * How long somebody stays signed in: so long after the last thing they did, and so long in all (S-R11). What a page asks by
 * itself, the bell's count or a board that is read anew, is nothing that somebody did.
 *
 * @param idle    after the last act
 * @param longest after signing in
 */
record SessionLife(Duration idle, Duration longest) {

    /** The header with which our pages mark what they ask by themselves. */
    static final String BY_ITSELF = "Genjin-By-Itself";

    /** The session's attribute with the second of the last act. */
    static final String LAST_ACT = "genjin.lastAct";

    /** An act is written down when the one that is known is older: not every request writes. */
    private static final Duration WRITTEN_AFTER = Duration.ofMinutes(1);

    SessionLife {
        if (idle.isNegative() || idle.isZero() || longest.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "genjin.idle-session must be more than nothing and no longer than" + " genjin.longest-session");
        }
    }

    boolean isOver(Instant signedIn, Instant lastAct, Instant now) {
        return signedIn.plus(longest).isBefore(now) || lastAct.plus(idle).isBefore(now);
    }

    /** Whether the session of the request is over; if not, and somebody does something, that is remembered. */
    boolean isOver(HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return false;
        }
        Instant signedIn = Instant.ofEpochMilli(session.getCreationTime());
        Instant lastAct =
                session.getAttribute(LAST_ACT) instanceof Long second ? Instant.ofEpochSecond(second) : signedIn;
        if (isOver(signedIn, lastAct, now)) {
            return true;
        }
        if (request.getHeader(BY_ITSELF) == null && lastAct.plus(WRITTEN_AFTER).isBefore(now)) {
            session.setAttribute(LAST_ACT, now.getEpochSecond());
        }
        return false;
    }
}
