package io.genjin.testing;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The time by which limits end: the machine's, of which a test can let some pass at once. */
public final class PassingTime implements Ticker {

    private final AtomicLong passed = new AtomicLong();

    public void pass(Duration some) {
        passed.addAndGet(some.toNanos());
    }

    @Override
    public long read() {
        return System.nanoTime() + passed.get();
    }
}
