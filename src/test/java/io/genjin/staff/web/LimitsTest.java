package io.genjin.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.staff.ApiTokens;
import io.genjin.staff.Rights;
import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.PassingTime;
import io.genjin.testing.PlainBrowser;
import io.genjin.testing.TestStores;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Too often is answered with 429 and the seconds after which to come again, to people in a sentence (S-R6). What somebody did before
 * is counted here without asking for it; the last times and all answers go over HTTP.
 */
@GenjinTest
class LimitsTest {

    private static final String HERE = "127.0.0.1";

    /** This machine once more: where browsers of tests come from on some. */
    private static final String HERE_TOO = Origin.of("::1");

    @Autowired
    MutableClock clock;

    @Autowired
    PassingTime time;

    @Autowired
    TestStores stores;

    @Autowired
    Turnstile turnstile;

    @Autowired
    LimitSettings settings;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Rights rights;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    TestStores.Store store;

    @BeforeEach
    void enterTheStore() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
        letItBeForgotten();
    }

    /** All tests come from one address. */
    @AfterEach
    void letItBeForgotten() {
        time.pass(Duration.ofMinutes(15));
    }

    /** As if it had been done as often as it may be, but for {@code left} times. */
    private void done(Limit limit, String who, int left) {
        for (int times = settings.most(limit); times > left; times--) {
            turnstile.count(limit, who);
        }
    }

    private Api.Answer ask(String path, String token) {
        return Api.stranger(port).send("GET", path, null, Map.of("Authorization", "Bearer " + token));
    }

    private String token() {
        return Api.stranger(port)
                .post("/api/v1/tokens", Map.of("username", store.li().username(), "password", TestStores.PASSWORD))
                .text("/token");
    }

    private static int secondsToWait(HttpResponse<?> answer) {
        return Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0"));
    }

    @Test
    @DisplayName(
            "S-R6: a token that asks more often within a minute than it may is told when to come again; another goes on, and so does it after that")
    void api() {
        String busy = token();
        String other = token();
        done(Limit.API_CALLS, BearerFilter.nameOf(tokens.holder(busy).orElseThrow()), 2);
        assertThat(ask("/api/v1/me", busy).status()).isEqualTo(200);
        assertThat(ask("/api/v1/nothing-here", busy).status()).isEqualTo(404);
        Api.Answer refused = ask("/api/v1/me", busy);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.text("/code")).isEqualTo("too-often");
        int seconds = secondsToWait(refused.response());
        assertThat(seconds).isBetween(1, 60);
        assertThat(refused.text("/detail")).contains(String.valueOf(seconds));
        assertThat(ask("/api/v1/nothing-here", busy).status()).isEqualTo(429);
        assertThat(ask("/api/v1/me", other).status()).isEqualTo(200);
        time.pass(Duration.ofSeconds(seconds));
        assertThat(ask("/api/v1/me", busy).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("S-R6: nobody gets more questions by more tokens: those for name and password are counted too")
    void tokens() {
        done(Limit.TOKENS, store.li().id().toString(), 1);
        assertThat(token()).startsWith("gj_");
        Api.Answer refused = Api.stranger(port)
                .post("/api/v1/tokens", Map.of("username", store.li().username(), "password", TestStores.PASSWORD));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(secondsToWait(refused.response())).isBetween(890, 900);
    }

    @Test
    @DisplayName(
            "S-R6: searches, sheets, prints and numbers are limited for each person; the sentence stands where it was asked for")
    void people() {
        PlainBrowser li = PlainBrowser.of(store.li().username(), port);
        String me = store.li().id().toString();
        String reveal = "/prospects/" + UUID.randomUUID() + "/mobile-reveals";
        done(Limit.SEARCHES, me, 1);
        done(Limit.EXPORTS, me, 1);
        done(Limit.REVEALS, me, 1);
        assertThat(li.get("/search/results?q=z").statusCode()).isEqualTo(200);
        assertThat(li.file("/worklist.xlsx").statusCode()).isEqualTo(200);
        assertThat(li.post(reveal, Map.of()).statusCode()).isEqualTo(404);

        HttpResponse<String> search = li.part("/search/results?q=zh");
        assertThat(search.statusCode()).isEqualTo(429);
        assertThat(secondsToWait(search)).isBetween(1, 60);
        assertThat(search.body())
                .contains("role=\"alert\"")
                .contains("请 " + secondsToWait(search) + " 秒后再试")
                .doesNotContain("<html");
        HttpResponse<String> page = li.get("/search?q=zh");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("<html").contains("太频繁了");
        assertThat(li.get("/prospects?q=zh").statusCode()).isEqualTo(429);
        assertThat(li.get("/prospects?grade=H").statusCode())
                .as("a list is no search")
                .isEqualTo(200);
        for (String sheet : new String[] {"/worklist.xlsx", "/worklist/print"}) {
            HttpResponse<String> refused = li.get(sheet);
            assertThat(refused.statusCode()).as(sheet).isEqualTo(429);
            assertThat(secondsToWait(refused)).isBetween(590, 600);
        }
        assertThat(li.post(reveal, Map.of()).statusCode()).isEqualTo(429);
        PlainBrowser wang = PlainBrowser.of(store.wang().username(), port);
        assertThat(wang.get("/search/results?q=zh").statusCode()).isEqualTo(200);

        time.pass(Duration.ofMinutes(1));
        assertThat(li.get("/search/results?q=zh").statusCode()).isEqualTo(200);
        assertThat(li.get("/worklist.xlsx").statusCode()).isEqualTo(429);
        time.pass(Duration.ofMinutes(9));
        assertThat(li.file("/worklist.xlsx").statusCode()).isEqualTo(200);
        assertThat(li.get("/account").statusCode()).isEqualTo(200);
        assertThat(li.post(reveal, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "S-R6: invitations and links to a new password are limited for each place they are made or opened from")
    void passwordLinks() {
        PlainBrowser admin = PlainBrowser.of(store.admin().username(), port);
        admin.get("/account");
        done(Limit.PASSWORD_LINKS, HERE, 1);
        done(Limit.PASSWORD_LINKS, HERE_TOO, 0);
        assertThat(Api.stranger(port).get("/invitations/guessed").status()).isEqualTo(404);
        Api.Answer guess = Api.stranger(port).get("/invitations/guessed-again");
        assertThat(guess.status()).isEqualTo(429);
        assertThat(secondsToWait(guess.response())).isBetween(890, 900);
        String reset = "/staff/" + store.li().id() + "/password-reset";
        assertThat(admin.post(reset, Map.of()).statusCode()).isEqualTo(429);
        assertThat(PlainBrowser.of(store.li().username(), port).get("/today").statusCode())
                .as("nothing was reset")
                .isEqualTo(200);
        time.pass(Duration.ofMinutes(15));
        assertThat(Api.stranger(port).get("/invitations/guessed").status()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "S-R2, S-R6: an address with too many wrong passwords waits for what is left of the quarter of an hour, and not longer")
    void wrongPasswords() {
        PlainBrowser someone = PlainBrowser.of(store.wang().username(), port);
        done(Limit.WRONG_PASSWORDS, HERE, 0);
        done(Limit.WRONG_PASSWORDS, HERE_TOO, 0);
        time.pass(Duration.ofMinutes(5));
        Map<String, String> right = Map.of("username", store.li().username(), "password", TestStores.PASSWORD);
        Api.Answer refused = Api.stranger(port).post("/api/v1/tokens", right);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(secondsToWait(refused.response())).isBetween(590, 600);
        someone.get("/account");
        assertThat(someone.post("/sign-in", right).statusCode()).isEqualTo(429);
        time.pass(Duration.ofMinutes(10));
        assertThat(Api.stranger(port).post("/api/v1/tokens", right).status()).isEqualTo(201);
    }

    @Test
    @DisplayName(
            "S-R6: who comes again and again with a token that is none is told to wait; nobody with a good one behind that address, and nobody who signs in, is held up")
    void badTokens() {
        String good = token();
        done(Limit.STRANGERS, "a system at " + HERE, 1);
        done(Limit.STRANGERS, "a system at " + HERE_TOO, 0);
        assertThat(ask("/api/v1/me", "gj_none").status()).isEqualTo(401);
        Api.Answer refused = ask("/api/v1/prospects", "gj_another");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.text("/code")).isEqualTo("too-many-strangers");
        int seconds = secondsToWait(refused.response());
        assertThat(seconds).isBetween(890, 900);
        assertThat(refused.text("/detail")).contains(seconds + " 秒");
        assertThat(ask("/api/v1/me", good).status()).as("a good token").isEqualTo(200);
        assertThat(ask("/api/v1/me", token()).status()).as("a new one").isEqualTo(200);
        PlainBrowser li = PlainBrowser.of(store.li().username(), port);
        assertThat(li.get("/today").statusCode()).as("people").isEqualTo(200);
        time.pass(Duration.ofSeconds(seconds));
        assertThat(ask("/api/v1/me", "gj_none").status()).isEqualTo(401);
    }

    @Test
    @DisplayName(
            "S-R6: sessions that are none, again and again from one address: told to wait, but for the sign-in page; who is signed in there goes on")
    void badSessions() {
        PlainBrowser li = PlainBrowser.of(store.li().username(), port);
        String guessed = UUID.randomUUID().toString();
        Map<String, String> none = Map.of(
                "Cookie", "GENJIN=" + Base64.getEncoder().encodeToString(guessed.getBytes(StandardCharsets.UTF_8)));
        Api stranger = Api.stranger(port);
        done(Limit.STRANGERS, "a browser at " + HERE, 1);
        done(Limit.STRANGERS, "a browser at " + HERE_TOO, 0);
        Api.Answer led = stranger.send("GET", "/today", null, none);
        assertThat(led.status()).isEqualTo(302);
        Api.Answer refused = stranger.send("GET", "/today", null, none);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(secondsToWait(refused.response())).isBetween(890, 900);
        assertThat(stranger.send("GET", "/", null, none).header("Location"))
                .as("the way to the door")
                .endsWith("/sign-in");
        assertThat(stranger.send("GET", "/sign-in", null, none).status()).isEqualTo(200);
        assertThat(stranger.get("/today").status()).as("somebody new").isEqualTo(302);
        assertThat(li.get("/today").statusCode()).as("who is signed in").isEqualTo(200);
        assertThat(ask("/api/v1/me", token()).status()).as("systems").isEqualTo(200);
    }

    @Test
    @DisplayName("S-R2: an account that rests says for how long it still does")
    void resting() {
        PlainBrowser li = PlainBrowser.of(store.li().username(), port);
        li.get("/account");
        jdbc.sql("update account set locked_until = now() + interval '7 minutes' where username = :name")
                .param("name", store.li().username())
                .update();
        String next = "Ein langer Weg zum See 7";
        HttpResponse<String> refused = li.post(
                "/account/password",
                Map.of("currentPassword", TestStores.PASSWORD, "password", next, "passwordAgain", next));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(secondsToWait(refused)).isBetween(400, 420);
        assertThat(refused.body()).contains("请 7 分钟后再试");
    }

    @Test
    @DisplayName("S-R6: every sheet, print, number, search and password link of the matrix is counted")
    void routes() {
        TreeSet<String> counted = new TreeSet<>();
        TreeSet<String> missed = new TreeSet<>();
        rights.lines().forEach(line -> line.routes().forEach(route -> {
            Limit.of(route, false).ifPresent(limit -> counted.add(limit + " " + route));
            boolean named =
                    route.matches(".*(xlsx|csv|pdf|/print|-reveal|/search|password-reset).*|\\w+ /invitations.*");
            if (named && Limit.of(route, false).isEmpty()) {
                missed.add(route);
            }
        }));
        assertThat(missed).isEmpty();
        assertThat(counted)
                .contains(
                        "REVEALS POST /prospects/{id}/mobile-reveals",
                        "REVEALS POST /orders/{id}/identity-reveals",
                        "EXPORTS GET /worklist.xlsx",
                        "EXPORTS GET /api/v1/worklist.xlsx",
                        "EXPORTS GET /prospects/{id}/print",
                        "SEARCHES GET /search/results",
                        "PASSWORD_LINKS POST /staff/{id}/password-reset",
                        "PASSWORD_LINKS POST /invitations/{code}")
                .doesNotContain("SEARCHES GET /prospects");
        assertThat(Limit.of("GET /prospects", true)).contains(Limit.SEARCHES);
        assertThat(Limit.of("POST /prospects", true)).isEmpty();
    }
}
