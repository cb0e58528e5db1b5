package io.genjin.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What the database says when it is away or full is told from what only a defect of ours brings about (S-R60 to S-R62). */
class OutageTest {

    private static RuntimeException said(String state) {
        return new IllegalStateException(
                new UncategorizedSQLException("any", "select 1", new SQLException("said", state)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53300", "57014", "57P01", "57P03", "40001", "40P01", "55P03", "25P03"})
    @DisplayName("S-R60, S-R61: unreachable, starting, ended, held up or locked, however deep it is thrown: away")
    void away(String state) {
        assertThat(Outage.behind(said(state))).contains(Outage.AWAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "58030", "25006"})
    @DisplayName("S-R62: no space, a disk that cannot be written, a database that may only be read: full")
    void full(String state) {
        assertThat(Outage.behind(said(state))).contains(Outage.FULL);
        assertThat(Outage.behind(new CannotCreateTransactionException("no transaction", said(state))))
                .contains(Outage.FULL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "42703", "22001", "42501"})
    @DisplayName("a statement that is wrong is a defect, and never hidden behind a 503")
    void a_defect(String state) {
        assertThat(Outage.behind(said(state))).isEmpty();
        assertThat(Outage.behind(new DataIntegrityViolationException("any", new SQLException("said", state))))
                .isEmpty();
    }

    @Test
    void no_connection_within_the_time_is_away() {
        assertThat(Outage.behind(new IllegalStateException(new SQLTransientConnectionException("timed out"))))
                .contains(Outage.AWAY);
    }

    @Test
    void what_turns_in_a_circle_ends() {
        IllegalStateException one = new IllegalStateException();
        one.initCause(new IllegalArgumentException(one));

        assertThat(Outage.behind(one)).isEmpty();
    }
}
