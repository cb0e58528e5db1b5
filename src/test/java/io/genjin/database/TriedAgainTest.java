package io.genjin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.shared.NothingHere;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Deadlocks and serialisation failures are tried again, at most three times (S-R57). */
class TriedAgainTest {

    interface UseCase {
        String act();
    }

    private final AtomicInteger calls = new AtomicInteger();

    @AfterEach
    void end() {
        TransactionSynchronizationManager.setActualTransactionActive(false);
    }

    private UseCase failing(int times, RuntimeException with) {
        ProxyFactory proxy = new ProxyFactory((UseCase) () -> {
            if (calls.incrementAndGet() <= times) {
                throw with;
            }
            return "done";
        });
        proxy.addAdvice(new TriedAgain());
        return (UseCase) proxy.getProxy();
    }

    private static RuntimeException said(String state) {
        return new IllegalStateException(new UncategorizedSQLException("any", "any", new SQLException("said", state)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001"})
    @DisplayName("three deadlocks or serialisation failures in a row end well at the fourth attempt")
    void threeTimes(String state) {
        assertThat(failing(3, said(state)).act()).isEqualTo("done");
        assertThat(calls).hasValue(4);
    }

    @Test
    @DisplayName("a fourth one is told: the reader tries again later")
    void notForever() {
        RuntimeException deadlock = said("40P01");
        assertThatThrownBy(() -> failing(9, deadlock).act()).isSameAs(deadlock);
        assertThat(calls).hasValue(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"55P03", "57014", "08006", "23505"})
    @DisplayName(
            "a lock waited for in vain, a broken line, of which nobody knows what was written, and a broken rule: told")
    void told(String state) {
        RuntimeException other = said(state);
        assertThatThrownBy(() -> failing(1, other).act()).isSameAs(other);
        assertThat(calls).hasValue(1);
    }

    @Test
    @DisplayName("a refusal is nobody's deadlock and is not tried again")
    void refusalsAtOnce() {
        assertThatThrownBy(() -> failing(1, new NothingHere("any")).act()).isInstanceOf(NothingHere.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    @DisplayName("inside a transaction nothing is tried again: it is the whole that must be done anew")
    void theWhole() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        RuntimeException deadlock = said("40P01");
        assertThatThrownBy(() -> failing(1, deadlock).act()).isSameAs(deadlock);
        assertThat(calls).hasValue(1);
    }
}
