package io.genjin.staff.web;

import org.springframework.stereotype.Component;

/** Slows an address from which many wrong passwords come, whichever names they were tried with (S-R2, S-R6). */
@Component
class SignInGuard {

    private final Turnstile turnstile;

    SignInGuard(Turnstile turnstile) {
        this.turnstile = turnstile;
    }

    /** @throws TooManyTries when too many wrong passwords came from {@code address} lately */
    void check(String address) {
        long seconds = turnstile.secondsToWait(Limit.WRONG_PASSWORDS, Origin.of(address));
        if (seconds > 0) {
            throw new TooManyTries(seconds);
        }
    }

    void failed(String address) {
        turnstile.count(Limit.WRONG_PASSWORDS, Origin.of(address));
    }
}
