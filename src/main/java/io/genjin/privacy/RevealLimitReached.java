package io.genjin.privacy;

import io.genjin.shared.Refusal;

/** More numbers in full than one person may see in a day (S-R33). */
public class RevealLimitReached extends Refusal {

    RevealLimitReached(long secondsUntilTomorrow, int limit) {
        super(Kind.TOO_MANY, secondsUntilTomorrow, limit);
    }
}
