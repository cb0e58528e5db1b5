package io.genjin.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.staff.Role;
import io.genjin.staff.SignInDesk;
import io.genjin.staff.StaffDesk;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** The door: who comes in, who does not, and who must leave (S-R1 to S-R12). */
@GenjinTest
class SignInTest {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    SignInDesk desk;

    @Autowired
    StaffDesk staffDesk;

    @LocalServerPort
    int port;

    TestStores.Store store;

    @BeforeEach
    void enterTheStore() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
    }

    /** A browser without a screen: it keeps cookies and follows no redirects by itself. */
    private final class Visit {

        private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        HttpResponse<String> get(String path, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return send(request.GET().build());
        }

        HttpResponse<String> postFromOurPage(String path, Map<String, String> form) {
            return post(path, form, "Sec-Fetch-Site", "same-origin");
        }

        HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
            String body = form.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .reduce((one, other) -> one + "&" + other)
                    .orElse("");
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return send(request.build());
        }

        /** A form with a file in it, sent from a page of ours. */
        HttpResponse<String> postFile(String path, Map<String, String> form, String field, String name, String text) {
            StringBuilder body = new StringBuilder();
            form.forEach((key, value) -> body.append("--edge\r\nContent-Disposition: form-data; name=\"")
                    .append(key)
                    .append("\"\r\n\r\n")
                    .append(value)
                    .append("\r\n"));
            body.append("--edge\r\nContent-Disposition: form-data; name=\"")
                    .append(field)
                    .append("\"; filename=\"")
                    .append(name)
                    .append("\"\r\nContent-Type: text/csv\r\n\r\n")
                    .append(text)
                    .append("\r\n--edge--\r\n");
            return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Content-Type", "multipart/form-data; boundary=edge")
                    .header("Sec-Fetch-Site", "same-origin")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                    .build());
        }

        /** As when it ended on the server: the browser still has all else. */
        void forgetSession() {
            cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("GENJIN"))
                    .toList()
                    .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
        }

        private HttpResponse<String> send(HttpRequest request) {
            try {
                return client.send(request, HttpResponse.BodyHandlers.ofString());
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }

        HttpResponse<String> signIn(String username, String password) {
            return post("/sign-in", Map.of("username", username, "password", password, "_csrf", proof("/sign-in")));
        }

        String proof(String path) {
            Matcher found = CSRF.matcher(get(path).body());
            assertThat(found.find()).as("a proof on %s", path).isTrue();
            return found.group(1);
        }

        String session() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("GENJIN"))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    @DisplayName("an unknown name and a wrong password get the same answer")
    void sameAnswer() {
        HttpResponse<String> unknown = new Visit().signIn("nobody.at.all", "some wrong password");
        HttpResponse<String> wrong = new Visit().signIn(store.li().username(), "some wrong password");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(sentence(wrong)).isEqualTo(sentence(unknown)).isNotBlank();
    }

    private static String sentence(HttpResponse<String> answer) {
        Matcher found = Pattern.compile("id=\"e-password\">([^<]+)").matcher(answer.body());
        return found.find() ? found.group(1) : "";
    }

    @Test
    @DisplayName("five wrong passwords lock the account, also of fifty guesses at once")
    void lockOut() throws Exception {
        String username = store.wang().username();
        ExecutorService guessers = Executors.newFixedThreadPool(10);
        List<Callable<SignInDesk.Outcome>> guesses = new ArrayList<>();
        for (int guess = 0; guess < 30; guess++) {
            String password = "guess number " + guess;
            guesses.add(() -> desk.signIn(username, password, "127.0.0.9"));
        }
        try {
            for (Future<SignInDesk.Outcome> outcome : guessers.invokeAll(guesses)) {
                assertThat(outcome.get().member()).isNull();
            }
        } finally {
            guessers.shutdown();
        }
        SignInDesk.Outcome right = desk.signIn(username, TestStores.PASSWORD, "127.0.0.9");
        assertThat(right.member()).isNull();
        assertThat(right.locked()).isTrue();
        assertThat(desk.signIn(store.li().username(), TestStores.PASSWORD, "127.0.0.9")
                        .member())
                .isNotNull();
    }

    @Test
    @DisplayName("signing in gives a new session; signing out kills it on the server")
    void sessions() {
        Visit visit = new Visit();
        assertThat(visit.get("/today").statusCode()).isEqualTo(302);
        HttpResponse<String> in = visit.signIn(store.li().username(), TestStores.PASSWORD);
        assertThat(in.statusCode()).isEqualTo(302);
        String session = visit.session();
        assertThat(session).isNotBlank();
        HttpResponse<String> today = visit.get("/today");
        assertThat(today.statusCode()).isEqualTo(200);
        assertThat(today.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(today.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        visit.post("/sign-out", Map.of("_csrf", visit.proof("/today")));
        HttpResponse<String> after = new Visit().get("/today", "Cookie", "GENJIN=" + session);
        assertThat(after.statusCode()).isEqualTo(302);
    }

    @Test
    @DisplayName("a form without its proof is refused and changes nothing")
    void csrf() {
        Visit visit = new Visit();
        visit.signIn(store.li().username(), TestStores.PASSWORD);
        assertThat(visit.post("/prospects", Map.of("customerName", "张伟")).statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("a part of a page whose session is over answers 401 and leads its page to the door")
    void partOfAPage() {
        HttpResponse<String> answer = new Visit().get("/search/results?q=z", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect").orElse("")).startsWith("/sign-in");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    @DisplayName("a form sent after the session's end waits in the sign-in page and is saved after signing in")
    void keptForm() {
        Visit visit = new Visit();
        visit.signIn(store.li().username(), TestStores.PASSWORD);
        Map<String, String> card = new HashMap<>(Map.of(
                "customerName", "林\"晓月<b>",
                "mobile", "13600000" + (100 + store.dealership().id().value()),
                "source", "INBOUND_CALL",
                "grade", "N",
                "nextFollowUpDate", "2026-03-05",
                "nextFollowUpReason", "ROUTINE",
                "_csrf", visit.proof("/prospects/new")));
        visit.forgetSession();
        assertThat(visit.post("/prospects", card).statusCode())
                .as("from nobody knows where")
                .isEqualTo(302);
        HttpResponse<String> asked = visit.postFromOurPage("/prospects", card);
        assertThat(asked.statusCode()).isEqualTo(401);
        Map<String, String> signIn = new HashMap<>(hidden(asked, "/sign-in"));
        signIn.putAll(Map.of("username", store.li().username(), "password", "a wrong password"));
        HttpResponse<String> wrong = visit.post("/sign-in", signIn);
        assertThat(wrong.statusCode()).isEqualTo(422);
        signIn.putAll(hidden(wrong, "/sign-in"));
        signIn.put("password", TestStores.PASSWORD);
        HttpResponse<String> waiting = visit.post("/sign-in", signIn);
        assertThat(waiting.statusCode()).isEqualTo(200);
        assertThat(waiting.body()).contains("action=\"/prospects\"").doesNotContain("<b>");
        assertThat(hidden(waiting, "/prospects")).containsEntry("customerName", "林\"晓月<b>");
        HttpResponse<String> saved = visit.post("/prospects", hidden(waiting, "/prospects"));
        assertThat(saved.headers().firstValue("Location").orElse("")).contains("?opened");
    }

    @Test
    @DisplayName(
            "S-R13: of a form with a file sent after the session's end every word waits too; the file is chosen again and saved with them")
    void keptFormWithFile() {
        Visit visit = new Visit();
        String sheet =
                "客户姓名,手机\n林晓月,136" + (70_000_000 + store.dealership().id().value()) + "\n";
        visit.signIn(store.sun().username(), TestStores.PASSWORD);
        Map<String, String> form = Map.of("note", "三月\"外拓<b>", "_csrf", visit.proof("/imports/new"));
        visit.forgetSession();
        HttpResponse<String> asked = visit.postFile("/imports", form, "file", "三月.csv", sheet);
        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(asked.body()).as("the file is not carried").doesNotContain("林晓月");
        Map<String, String> signIn = new HashMap<>(hidden(asked, "/sign-in"));
        signIn.putAll(Map.of("username", store.sun().username(), "password", TestStores.PASSWORD));
        HttpResponse<String> waiting = visit.post("/sign-in", signIn);
        assertThat(waiting.statusCode()).isEqualTo(200);
        assertThat(hidden(waiting, "/imports")).containsEntry("note", "三月\"外拓<b>");
        assertThat(waiting.body())
                .contains("enctype=\"multipart/form-data\"", "type=\"file\"", "name=\"file\"", "请重新选择文件", "三月.csv");
        HttpResponse<String> saved = visit.postFile("/imports", hidden(waiting, "/imports"), "file", "三月.csv", sheet);
        assertThat(saved.headers().firstValue("Location").orElse("")).contains("/imports/");
    }

    @Test
    @DisplayName("S-R13: what is sent in the place of a kept form and is none is no defect")
    void noKeptForm() {
        for (String kept :
                new String[] {"null", "{}", "[]", "{\"path\":\"/today\",\"fields\":[null],\"files\":[{}]}"}) {
            Visit visit = new Visit();
            Map<String, String> form = Map.of(
                    "username",
                    store.li().username(),
                    "password",
                    TestStores.PASSWORD,
                    "kept",
                    kept,
                    "_csrf",
                    visit.proof("/sign-in"));
            assertThat(visit.post("/sign-in", form).statusCode()).as(kept).isEqualTo(302);
        }
    }

    @Test
    @DisplayName("a form with the proof of an earlier session is offered again, but never one from another site")
    void proofOfAnEarlierSession() {
        Visit visit = new Visit();
        visit.signIn(store.li().username(), TestStores.PASSWORD);
        Map<String, String> stale = Map.of("customerName", "张伟", "_csrf", "an old one");
        HttpResponse<String> again = visit.postFromOurPage("/prospects", stale);
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(hidden(again, "/prospects"))
                .containsEntry("customerName", "张伟")
                .doesNotContainEntry("_csrf", "an old one");
        assertThat(visit.post("/prospects", hidden(again, "/prospects")).statusCode())
                .isEqualTo(422);
        assertThat(visit.post("/prospects", stale, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visit.post("/sign-in/kept", Map.of("_csrf", visit.proof("/today")))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    @DisplayName("a password is never kept in a page")
    void passwordIsNotKept() {
        Visit visit = new Visit();
        visit.signIn(store.li().username(), TestStores.PASSWORD);
        Map<String, String> change = Map.of("newPassword", "hush hush hush", "_csrf", visit.proof("/account"));
        visit.forgetSession();
        HttpResponse<String> answer = visit.postFromOurPage("/account/password", change);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.body()).doesNotContain("hush");
    }

    private static Map<String, String> hidden(HttpResponse<String> page, String action) {
        String form = page.body().split("action=\"" + action + "\"", 2)[1].split("</form>", 2)[0];
        Map<String, String> fields = new HashMap<>();
        HIDDEN.matcher(form)
                .results()
                .forEach(found -> fields.put(found.group(1), HtmlUtils.htmlUnescape(found.group(2))));
        return fields;
    }

    @Test
    @DisplayName("who is deactivated is out at once: session and token both")
    void leaving() {
        StaffMember leaver = stores.member(store.dealership(), "leaver", "离职", Role.SALES_CONSULTANT);
        Visit visit = new Visit();
        visit.signIn(leaver.username(), TestStores.PASSWORD);
        Api token = Api.as(leaver.username(), port);
        assertThat(visit.get("/today").statusCode()).isEqualTo(200);
        assertThat(token.get("/api/v1/me").status()).isEqualTo(200);
        Tenancy.within(store.dealership().id(), () -> staffDesk.deactivate(leaver.id(), store.admin()));
        assertThat(visit.get("/today").statusCode()).isEqualTo(302);
        assertThat(token.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    @DisplayName("whoever holds open customers cannot be deactivated until they have new owners")
    void leavingWithCustomers() {
        Api li = Api.as(store.li().username(), port);
        li.post(
                "/api/v1/prospects",
                Map.of(
                        "customerName", "张伟",
                        "mobile", "13500000" + (100 + store.dealership().id().value()),
                        "source", "INBOUND_CALL",
                        "grade", "N",
                        "nextFollowUpDate", "2026-03-05",
                        "nextFollowUpReason", "ROUTINE"));
        Visit admin = new Visit();
        admin.signIn(store.admin().username(), TestStores.PASSWORD);
        String person = "/staff/" + store.li().id().value();
        HttpResponse<String> refused = admin.post(person + "/deactivation", Map.of("_csrf", admin.proof(person)));
        assertThat(refused.statusCode()).isBetween(409, 422);
        assertThat(refused.body()).contains("1");
        assertThat(li.get("/api/v1/me").status()).isEqualTo(200);
    }
}
