package io.genjin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.testing.GenjinTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node that stands still holds up the others for seconds, never for good; played in full by {@code ./genjin test --faults}. */
@GenjinTest
class StandingNodeTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName(
            "S-R79j: the server ends a transaction that nobody goes on with, and nobody waits for a row longer than that")
    void the_server_keeps_the_time() {
        assertThat(jdbc.sql("show idle_in_transaction_session_timeout")
                        .query(String.class)
                        .single())
                .isEqualTo("30s");
        assertThat(jdbc.sql("show lock_timeout").query(String.class).single()).isEqualTo("5s");
    }

    @Test
    @DisplayName(
            "S-R79j: a row that another node holds, and a transaction that the server ended, are told apart from a defect")
    void neither_is_a_defect() {
        assertThatThrownBy(() -> raise("55P03")).isInstanceOf(CannotAcquireLockException.class);
        assertThatThrownBy(() -> raise("25P03")).isInstanceOf(DataAccessResourceFailureException.class);
    }

    private void raise(String state) {
        jdbc.sql("do $$ begin raise sqlstate '" + state + "'; end $$").update();
    }
}
