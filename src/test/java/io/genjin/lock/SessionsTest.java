package io.genjin.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.lock.Person.Answer;
import io.genjin.staff.ApiTokens;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.transaction.support.TransactionTemplate;

/** Being signed in: since when, until when, on how many devices, and who can end it. */
@GenjinTest
class SessionsTest {

    private static final String LAST_ACT = "genjin.lastAct";
    private static final Pattern END = Pattern.compile("action=\"(/account/sessions/[0-9a-f]+/end)\"");

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    @Autowired
    ApiTokens tokens;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    TestStores.Store store;

    @BeforeEach
    void enterTheStore() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
    }

    private Person li() {
        return Person.of(port, store.li().username(), TestStores.PASSWORD);
    }

    private static int page(Person who) {
        return who.get("/account").status();
    }

    /** Lets the only session of a person have done its last act so long ago. */
    private <S extends Session> void rest(FindByIndexNameSessionRepository<S> kept, Duration ago) {
        S one = kept.findByPrincipalName(store.li().username())
                .values()
                .iterator()
                .next();
        one.setAttribute(LAST_ACT, Instant.now().minus(ago).getEpochSecond());
        kept.save(one);
    }

    private long lastAct() {
        Session one = sessions.findByPrincipalName(store.li().username())
                .values()
                .iterator()
                .next();
        Long second = one.getAttribute(LAST_ACT);
        return second == null ? 0 : second;
    }

    @Test
    @DisplayName(
            "S-R11: after thirty minutes without an act the door is shut: a page leads there, a part of a page as well")
    void idle() {
        Person li = li();
        rest(sessions, Duration.ofMinutes(31));
        Answer part = li.send("GET", "/notices/count", "", "", "HX-Request", "true");
        assertThat(part.status()).isEqualTo(401);
        assertThat(part.header("HX-Redirect")).startsWith("/sign-in");
        assertThat(li.get("/account").header("Location")).contains("/sign-in");
        assertThat(sessions.findByPrincipalName(store.li().username())).isEmpty();
    }

    @Test
    @DisplayName("S-R11: what a page asks by itself keeps nobody signed in; what somebody does, does")
    void polling() {
        Person li = li();
        rest(sessions, Duration.ofMinutes(29));
        long before = lastAct();
        assertThat(li.send("GET", "/notices/count", "", "", "HX-Request", "true", "Genjin-By-Itself", "true")
                        .status())
                .isEqualTo(200);
        assertThat(lastAct()).isEqualTo(before);
        assertThat(page(li)).isEqualTo(200);
        assertThat(lastAct()).isGreaterThan(before + 1700);
    }

    @Test
    @DisplayName("S-R11: twelve hours after signing in the day is over, however busy it was")
    void longest() {
        Person li = li();
        assertThat(page(li)).isEqualTo(200);
        rest(sessions, Duration.ZERO);
        jdbc.sql("update spring_session set creation_time = creation_time - :half where principal_name = :name")
                .param("half", Duration.ofHours(12).plusSeconds(1).toMillis())
                .param("name", store.li().username())
                .update();
        assertThat(page(li)).isEqualTo(302);
    }

    @Test
    @DisplayName("S-R11: a fourth device signs out the one that was used longest ago")
    void most() {
        List<Person> devices = new ArrayList<>();
        for (int device = 0; device < 4; device++) {
            devices.add(li());
        }
        assertThat(devices.stream().map(SessionsTest::page)).containsExactly(302, 200, 200, 200);
    }

    @Test
    @DisplayName("the account page lists the devices, ends each by itself, and tells no page the session's secret")
    void ended() {
        Person here = li();
        Person there = li();
        String account = here.get("/account").text();
        assertThat(account).doesNotContain(there.cookie("GENJIN")).doesNotContain(here.cookie("GENJIN"));
        Matcher end = END.matcher(account);
        assertThat(end.find()).isTrue();
        assertThat(here.send("POST", end.group(1), here.form(Map.of()), Person.form())
                        .status())
                .isEqualTo(302);
        assertThat(List.of(page(here), page(there))).containsExactly(200, 302);
        Person wang = Person.of(port, store.wang().username(), TestStores.PASSWORD);
        li();
        Matcher again = END.matcher(here.get("/account").text());
        assertThat(again.find()).isTrue();
        wang.send("POST", again.group(1), wang.form(Map.of()), Person.form());
        assertThat(END.matcher(here.get("/account").text()).find())
                .as("a colleague ends nothing")
                .isTrue();
    }

    @Test
    @DisplayName("S-R12: an administrator signs somebody out everywhere, on pages and for the API; the password stays")
    void byTheAdministrator() {
        Person li = li();
        Person admin = Person.of(port, store.admin().username(), TestStores.PASSWORD);
        String path = "/staff/" + store.li().id().value() + "/sign-out";
        assertThat(li.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(li.send("POST", path, li.form(Map.of()), Person.form()).status())
                .isEqualTo(403);
        assertThat(admin.send("POST", path, admin.form(Map.of()), Person.form()).header("Location"))
                .contains("?signedOut");
        assertThat(page(li)).isEqualTo(302);
        assertThat(li.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(page(li())).isEqualTo(200);
    }

    @Test
    @DisplayName(
            "S-R12: whose account is closed is out with the next request, on every device and with every token, and stays out when it is opened again")
    void closed() {
        StaffMember leaver = stores.member(store.dealership(), "leaver", "离职", Role.SALES_CONSULTANT);
        List<Person> devices = List.of(
                Person.of(port, leaver.username(), TestStores.PASSWORD),
                Person.of(port, leaver.username(), TestStores.PASSWORD));
        Person admin = Person.of(port, store.admin().username(), TestStores.PASSWORD);
        devices.forEach(device -> {
            assertThat(page(device)).isEqualTo(200);
            assertThat(device.get("/api/v1/me").status()).isEqualTo(200);
        });
        String path = "/staff/" + leaver.id().value();
        assertThat(admin.send("POST", path + "/deactivation", admin.form(Map.of()), Person.form())
                        .header("Location"))
                .contains("?saved");
        isOut(devices);
        assertThat(sessions.findByPrincipalName(leaver.username())).isEmpty();
        assertThat(admin.send("POST", path + "/reactivation", admin.form(Map.of()), Person.form())
                        .status())
                .isEqualTo(200);
        isOut(devices);
    }

    private static void isOut(List<Person> devices) {
        devices.forEach(device -> {
            assertThat(device.get("/account").header("Location")).contains("/sign-in");
            Answer part = device.send("GET", "/notices/count", "", "", "HX-Request", "true");
            assertThat(part.status()).isEqualTo(401);
            assertThat(part.header("HX-Redirect")).startsWith("/sign-in");
            assertThat(device.get("/api/v1/me").status()).isEqualTo(401);
        });
    }

    @Test
    @DisplayName(
            "S-R12: a new password ends with the next request all other devices and every token; who changed it stays")
    void newPassword() {
        Person here = li();
        Person there = li();
        assertThat(page(there)).isEqualTo(200);
        assertThat(List.of(here, there)).allMatch(one -> one.get("/api/v1/me").status() == 200);
        String next = "Ein langer Weg zum See 7";
        String change =
                here.form(Map.of("currentPassword", TestStores.PASSWORD, "password", next, "passwordAgain", next));
        assertThat(here.send("POST", "/account/password", change, Person.form()).header("Location"))
                .contains("/account?password");
        assertThat(page(here)).isEqualTo(200);
        assertThat(there.get("/account").header("Location")).contains("/sign-in");
        assertThat(List.of(here, there)).allMatch(one -> one.get("/api/v1/me").status() == 401);
    }

    @Test
    @DisplayName(
            "S-R12, S-R14: a token that is taken back is taken no more on this node, also when somebody used it meanwhile")
    void revoked() {
        String token = tokens.issue(store.li(), "telephone exchange", Duration.ofDays(90))
                .token();
        assertThat(tokens.holder(token)).isPresent();
        Tenancy.within(
                store.dealership().id(),
                () -> transaction.executeWithoutResult(status -> {
                    tokens.revokeAll(store.dealership().id(), store.li().id());
                    assertThat(CompletableFuture.supplyAsync(() -> tokens.holder(token)))
                            .as("not written yet")
                            .succeedsWithin(Duration.ofSeconds(10))
                            .matches(Optional::isPresent);
                }));
        assertThat(tokens.holder(token)).isEmpty();
    }

    @Test
    @DisplayName("S-R9: a session that somebody else put into the browser is not the one that is signed in")
    void fixation() {
        String planted = "ZjI3YjQ1YzAtMWJkZC00ZDU5LTljYjgtNmYyYjFhYzQ3ZDQx";
        Person victim = Person.with(port, store.li().username(), "GENJIN=" + planted);
        victim.signIn(TestStores.PASSWORD);
        String first = victim.cookie("GENJIN");
        assertThat(first).isNotEqualTo(planted).isNotBlank();
        assertThat(page(Person.with(port, "somebody", "GENJIN=" + planted))).isEqualTo(302);
        String again = victim.form(Map.of("username", store.li().username(), "password", TestStores.PASSWORD));
        assertThat(victim.send("POST", "/sign-in", again, Person.form()).header("set-cookie"))
                .isNotBlank()
                .doesNotContain(first);
        assertThat(page(Person.with(port, "somebody", "GENJIN=" + first)))
                .as("the number that was known before")
                .isEqualTo(302);
    }
}
