package io.genjin.staff;

import io.genjin.shared.Refusal;
import java.time.Duration;

/** Too many wrong passwords or codes; the account rests for what is left of {@link Accounts#LOCK} (S-R2). */
public class AccountRests extends Refusal {

    AccountRests(Duration left) {
        super(
                Kind.TOO_MANY,
                atLeastOne(left.plusMillis(999).toSeconds()),
                atLeastOne(left.plusSeconds(59).toMinutes()));
    }

    private static long atLeastOne(long number) {
        return Math.max(1, number);
    }
}
