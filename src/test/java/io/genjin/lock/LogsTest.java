package io.genjin.lock;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.genjin.database.OpenDatabase;
import io.genjin.lock.Person.Answer;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.QuietLogs;
import io.genjin.testing.TestStores;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the log tells of people: nothing, also while somebody looks for a fault with it. */
@GenjinTest
class LogsTest {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    OpenDatabase database;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final Level usual = ROOT.getLevel();

    @BeforeEach
    void beginAnew() {
        clock.set("2026-03-02T09:00");
        QuietLogs.takeFound();
    }

    @AfterEach
    void asUsual() {
        ROOT.setLevel(usual);
    }

    @Test
    @DisplayName("S-R88: at DEBUG too no number, name, password, token, cookie or word that was searched for")
    void atDebug() {
        TestStores.Store store = stores.found();
        ROOT.setLevel(Level.DEBUG);
        Person li = Person.of(port, store.li().username(), TestStores.PASSWORD);
        Map<String, String> card = new LinkedHashMap<>(Map.of(
                "customerName", "张伟",
                "mobile", "13900000" + (100 + store.dealership().id().value()),
                "source", "INBOUND_CALL",
                "grade", "N",
                "nextFollowUpDate", "2026-03-05",
                "nextFollowUpReason", "ROUTINE"));
        Answer opened = li.send("POST", "/prospects", li.form(card), Person.form());
        assertThat(opened.status()).isEqualTo(302);
        assertThat(li.send("POST", "/prospects", li.form(card), Person.form()).status())
                .as("a number that is on file")
                .isLessThan(500);
        for (String path : new String[] {
            "/search?q=%E5%BC%A0%E4%BC%9F",
            "/search/results?q=13912345678",
            "/api/v1/prospects?q=13912345678",
            "/api/v1/prospects?q=%E5%BC%A0%E4%BC%9F",
            "/prospects?q=%0d%0a2026-03-02%20INFO%2013912345678",
            "/worklist.xlsx",
            "/no-such-page?q=13912345678"
        }) {
            assertThat(li.get(path).status()).as(path).isLessThan(500);
        }
        String body = "{\"customerName\":\"张伟\",\"mobile\":\"13912345678\",\"unknown\":1}";
        assertThat(li.send("POST", "/api/v1/prospects", body, "application/json")
                        .status())
                .isEqualTo(422);
        Person.stranger(port)
                .send(
                        "POST",
                        "/api/v1/tokens",
                        "{\"username\":\"li\\r\\n13912345678\",\"password\":\"" + TestStores.PASSWORD + "\"}",
                        "application/json");
        ROOT.setLevel(usual);
        assertThat(QuietLogs.takeFound()).isEmpty();
    }

    @Test
    @DisplayName("S-R88: what the database says of a broken rule names the rule, never the row")
    void databaseErrors() {
        TestStores.Store store = stores.found();
        try {
            jdbc.sql("insert into account (username, dealership_id, staff_id, failures, created_at)"
                            + " values (:name, :dealership, :staff, 0, now())")
                    .param("name", store.li().username())
                    .param("dealership", store.dealership().id().value())
                    .param("staff", store.li().id().value())
                    .update();
            throw new AssertionError("the name is taken");
        } catch (org.springframework.dao.DataIntegrityViolationException refused) {
            assertThat(refused.toString())
                    .contains("account")
                    .doesNotContain(store.li().username());
        }
    }

    @Test
    @DisplayName("the reading of the log sees what it is there for")
    void itSees() {
        LoggerFactory.getLogger(LogsTest.class).info("called 13912345678");
        assertThat(QuietLogs.takeFound()).singleElement().asString().contains("13912345678");
        LoggerFactory.getLogger(LogsTest.class).info("job 01391234-5678-7000-8000-139123456780 took 1391234567890 ns");
        assertThat(QuietLogs.takeFound()).isEmpty();
    }
}
