package io.genjin.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

/** Deadlocks are tried again, at most three times (S-R57). */
class RetriesTest {

    private final AtomicInteger calls = new AtomicInteger();

    private String failing(int times) {
        if (calls.incrementAndGet() <= times) {
            throw new CannotAcquireLockException("deadlock detected");
        }
        return "done";
    }

    @Test
    @DisplayName("three deadlocks in a row end well at the fourth attempt")
    void threeTimes() {
        assertThat(new Retries().of(() -> failing(3))).isEqualTo("done");
        assertThat(calls).hasValue(4);
    }

    @Test
    @DisplayName("a fourth one is told: the reader tries again later")
    void notForever() {
        assertThatThrownBy(() -> new Retries().of(() -> failing(9))).isInstanceOf(CannotAcquireLockException.class);
        assertThat(calls).hasValue(4);
    }

    @Test
    @DisplayName("a refusal is nobody's deadlock and is not tried again")
    void refusalsAtOnce() {
        assertThatThrownBy(() -> new Retries().of(() -> {
                    calls.incrementAndGet();
                    throw new PairDecided();
                }))
                .isInstanceOf(PairDecided.class);
        assertThat(calls).hasValue(1);
    }
}
