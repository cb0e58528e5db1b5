package io.genjin.staff.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Slows an address from which many wrong passwords come, whichever names they were tried with (S-R2, S-R6). */
@Component
class SignInGuard {

    private static final int MOST_FAILURES = 40;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Cache<String, AtomicInteger> failures =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(WINDOW).build();

    /** @throws TooManyTries when too many wrong passwords came from {@code address} lately */
    void check(String address) {
        AtomicInteger count = failures.getIfPresent(address);
        if (count != null && count.get() >= MOST_FAILURES) {
            throw new TooManyTries(WINDOW.toSeconds());
        }
    }

    void failed(String address) {
        failures.get(address, key -> new AtomicInteger()).incrementAndGet();
    }
}
