package io.genjin.privacy;

import io.genjin.shared.Refusal;

/** More customers than one person may take out in a day; a manager can give more (S-R32). */
public class ExportLimitReached extends Refusal {

    ExportLimitReached(long secondsUntilTomorrow, int limit, int wanted) {
        super(Kind.TOO_MANY, secondsUntilTomorrow, limit, wanted);
    }
}
