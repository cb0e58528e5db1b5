package io.genjin.staff;

import io.genjin.shared.Refusal;

/** Too many wrong passwords; the account rests for {@link Accounts#LOCK} (S-R2). */
public class AccountRests extends Refusal {

    AccountRests() {
        super(Kind.TOO_MANY, Accounts.LOCK.toSeconds());
    }
}
