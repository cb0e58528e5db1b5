package io.genjin.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.OpenDatabase;
import io.genjin.lock.Person.Answer;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The locks that are on every door, whatever lies behind it. */
@GenjinTest
class LocksTest {

    private static final String[] OVER_HTTPS = {"X-Forwarded-Proto", "https"};

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    OpenDatabase database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @LocalServerPort
    int port;

    TestStores.Store store;
    Person li;

    @BeforeEach
    void enterTheStore() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
        li = Person.of(port, store.li().username(), TestStores.PASSWORD);
    }

    @Test
    @DisplayName(
            "S-R80: every kind of answer says what a browser may do with it, and keeps what is personal out of caches")
    void headers() {
        Person stranger = Person.stranger(port);
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (String path : List.of(
                "/today",
                "/search/results?q=z",
                "/worklist.xlsx",
                "/worklist/print",
                "/staff",
                "/nothing-here",
                "/prospects/x",
                "/api/v1/me",
                "/api/v1/staff",
                "/api/v1/prospects/x",
                "/api/v1/worklist.xlsx",
                "/api/openapi.json")) {
            answers.put("li " + path, li.send("GET", path, "", "", OVER_HTTPS));
            answers.put("stranger " + path, stranger.send("GET", path, "", "", OVER_HTTPS));
        }
        answers.put("a form without proof", li.send("POST", "/prospects", "a=b", Person.form(), OVER_HTTPS));
        answers.put("the door", stranger.send("GET", "/sign-in", "", "", OVER_HTTPS));
        answers.put("a style", stranger.send("GET", "/assets/genjin.css", "", "", OVER_HTTPS));
        answers.forEach((what, answer) -> {
            assertThat(answer.header("Content-Security-Policy"))
                    .as(what)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).as(what).isEqualTo("DENY");
            assertThat(answer.header("Referrer-Policy")).as(what).isEqualTo("no-referrer");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).as(what).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).as(what).isEqualTo("same-origin");
            assertThat(answer.header("Strict-Transport-Security")).as(what).contains("max-age=31536000");
            assertThat(answer.header("Server")).as(what).isEmpty();
            assertThat(answer.header("X-Powered-By")).as(what).isEmpty();
            if (!what.equals("a style")) {
                assertThat(answer.header("Cache-Control")).as(what).contains("no-store");
            }
        });
    }

    @Test
    @DisplayName("S-R80: over HTTPS both cookies are of this host alone; signing out empties what the browser kept")
    void cookies() {
        Answer door = Person.stranger(port).send("GET", "/sign-in", "", "", OVER_HTTPS);
        assertThat(door.response().headers().allValues("set-cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-")
                        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                        .doesNotContain("Domain"));
        Person secure = Person.overHttps(port, store.li().username());
        secure.signIn(TestStores.PASSWORD);
        assertThat(secure.cookie("__Host-GENJIN")).isNotBlank();
        assertThat(secure.get("/today").status()).isEqualTo(200);
        Answer out = secure.send("POST", "/sign-out", secure.form(Map.of()), Person.form());
        assertThat(out.status()).isEqualTo(302);
        assertThat(out.header("Clear-Site-Data")).contains("\"cache\"", "\"storage\"");
        assertThat(secure.get("/today").status()).isEqualTo(302);
    }

    @Test
    @DisplayName(
            "S-R81: no form is taken without the proof that it is ours, signing out neither, of a part of a page neither")
    void proofs() throws SQLException {
        List<Route> forms = Route.of(mappings).stream()
                .filter(route -> !route.isApi() && !route.reads())
                .toList();
        assertThat(forms).hasSizeGreaterThan(200);
        try (Connection owner = database.enterAsOwner()) {
            Fingerprint before = Fingerprint.of(owner);
            for (Route route : forms) {
                String path = Route.plain(route.pattern());
                assertThat(li.send(route.verb(), path, "a=b", Person.form()).status())
                        .as(route.toString())
                        .isEqualTo(403);
            }
            for (String[] header : new String[][] {{"HX-Request", "true"}, {"X-CSRF-TOKEN", "guess"}}) {
                assertThat(li.send("POST", "/sign-out", "_csrf=guess", Person.form(), header)
                                .status())
                        .isEqualTo(403);
                assertThat(li.send("POST", "/prospects", "_csrf=guess", Person.form(), header)
                                .status())
                        .isEqualTo(403);
            }
            assertThat(Fingerprint.of(owner).changedSince(before)).isEmpty();
        }
        assertThat(li.get("/today").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("S-R81: the API takes nothing in the way that a form on another site can send it")
    void formsAtTheApi() throws SQLException {
        try (Connection owner = database.enterAsOwner()) {
            Fingerprint before = Fingerprint.of(owner);
            for (Route route : Route.of(mappings)) {
                if (!route.isApi() || route.reads() || route.verb().equals("DELETE") || route.upload()) {
                    continue;
                }
                for (String type : List.of(Person.form(), "text/plain")) {
                    assertThat(li.send(route.verb(), Route.plain(route.pattern()), "a=b", type)
                                    .status())
                            .as(route + " " + type)
                            .isEqualTo(415);
                }
            }
            assertThat(Fingerprint.of(owner).changedSince(before)).isEmpty();
        }
    }

    @Test
    @DisplayName(
            "S-R29: fields that are not the sender's to set are refused in every call that has fields, and nothing is written")
    void fieldsThatAreNotTheSenders() throws SQLException {
        Person zhou = Person.of(port, store.zhou().username(), TestStores.PASSWORD);
        Bodies bodies = new Bodies(li);
        int tried = 0;
        try (Connection owner = database.enterAsOwner()) {
            Fingerprint before = Fingerprint.of(owner);
            for (Route route : Route.of(mappings)) {
                Map<String, Object> fields = bodies.of(route);
                if (!route.isApi() || fields.isEmpty() || route.toString().equals("POST /api/v1/tokens")) {
                    continue;
                }
                for (String field : List.of("id", "dealershipId", "ownerId", "role", "createdBy", "auditId")) {
                    if (fields.containsKey(field)) {
                        continue;
                    }
                    Map<String, Object> body = new LinkedHashMap<>(fields);
                    body.put(field, "1");
                    Answer answer = (tried % 2 == 0 ? li : zhou)
                            .send(
                                    route.verb(),
                                    Route.plain(route.pattern()),
                                    tools.jackson.databind.json.JsonMapper.shared()
                                            .writeValueAsString(body),
                                    "application/json",
                                    "If-Match",
                                    "\"1\"");
                    assertThat(answer.status()).as(route + " " + field).isIn(400, 403, 404, 422);
                    tried++;
                    if (tried % 3 != 0) {
                        break;
                    }
                }
            }
            assertThat(Fingerprint.of(owner).changedSince(before)).isEmpty();
        }
        assertThat(tried).isGreaterThan(100);
    }

    @Test
    @DisplayName(
            "S-R29: a form's fields that are not the sender's to set change nothing: owner, status, number and dealership")
    void formFieldsThatAreNotTheSenders() {
        Map<String, String> card = new LinkedHashMap<>(Map.of(
                "customerName", "张伟",
                "mobile", "13400000" + (100 + store.dealership().id().value()),
                "source", "INBOUND_CALL",
                "grade", "N",
                "nextFollowUpDate", "2026-03-05",
                "nextFollowUpReason", "ROUTINE"));
        String other = store.wang().id().value().toString();
        for (String field : List.of("id", "owner", "ownerId", "owner.id", "firstOwner", "createdBy")) {
            card.put(field, other);
        }
        card.putAll(Map.of("status", "DELIVERED", "version", "77", "dealershipId", "1", "cardStatus", "SIGNED"));
        Answer opened = li.send("POST", "/prospects", li.form(card), Person.form());
        assertThat(opened.status()).as(opened.text()).isEqualTo(302);
        String id = opened.header("Location").replaceAll(".*/prospects/([0-9a-f-]+).*", "$1");
        String read = li.get("/api/v1/prospects/" + id).text();
        assertThat(id).isNotEqualTo(other);
        assertThat(read)
                .contains(store.li().username(), "\"version\":1")
                .contains("\"status\":\"ASSIGNED\"", "\"cardStatus\":\"DRAFT\"");
    }

    @Test
    @DisplayName("S-R34: no other spelling of an address opens what the address does not")
    void spellings() {
        for (String path : List.of(
                "/staff",
                "/staff/",
                "/staff;x",
                "/staff;/",
                "//staff",
                "/%73taff",
                "/%2fstaff",
                "/staff%2f",
                "/STAFF",
                "/Staff",
                "/./staff",
                "/staff/.",
                "/staff/%2e",
                "/today/../staff",
                "/assets/../staff",
                "/assets/..;/staff",
                "/assets/%2e%2e/staff",
                "/webjars/..%2fstaff",
                "/api/v1/../../staff",
                "/staff.html",
                "/staff%00",
                "/staff%20")) {
            Answer answer = li.send("GET", path, "", "");
            assertThat(answer.status()).as(path).isBetween(300, 499);
            assertThat(answer.text()).as(path).doesNotContain(store.chen().username());
        }
        for (String verb : List.of("HEAD", "OPTIONS", "TRACE", "PROPFIND", "get")) {
            Answer answer = li.send(verb, "/staff", "", "");
            assertThat(answer.text()).as(verb).doesNotContain(store.chen().username());
            assertThat(answer.status()).as(verb).isNotEqualTo(500);
        }
        assertThat(li.send("TRACE", "/today", "", "", "X-Secret", "kept").status())
                .isBetween(400, 501);
    }

    @Test
    @DisplayName("S-R34: no header and no hidden field turns one request into another, or a stranger into somebody")
    void disguises() {
        for (String[] header : new String[][] {
            {"X-Original-URL", "/staff"},
            {"X-Rewrite-URL", "/staff"},
            {"X-Forwarded-Path", "/staff"},
            {"X-Forwarded-Prefix", "/staff"},
            {"X-HTTP-Method-Override", "DELETE"}
        }) {
            Answer answer = li.send("GET", "/today", "", "", header);
            assertThat(answer.status()).as(header[0]).isEqualTo(200);
            assertThat(answer.text()).as(header[0]).doesNotContain(store.chen().username());
            assertThat(Person.stranger(port)
                            .send("GET", "/today", "", "", header)
                            .status())
                    .as(header[0])
                    .isEqualTo(302);
        }
        for (String[] header : new String[][] {
            {"X-Forwarded-User", "admin"}, {"X-Remote-User", "admin"}, {"X-Forwarded-Host", "evil.example"}
        }) {
            Answer answer = Person.stranger(port).send("GET", "/today", "", "", header);
            assertThat(answer.status()).as(header[0]).isEqualTo(302);
            assertThat(answer.header("Location")).as(header[0]).startsWith("/sign-in");
        }
        String path = "/api/v1/notices/read-all?_method=DELETE";
        assertThat(li.send("GET", path, "", "", "X-HTTP-Method-Override", "POST")
                        .status())
                .isIn(404, 405);
    }

    @Test
    @DisplayName("S-R84: of the product's inside a stranger learns that it is up, and nothing else")
    void inside() {
        Person stranger = Person.stranger(port);
        Answer health = stranger.get("/actuator/health");
        assertThat(health.status()).isIn(200, 503);
        assertThat(health.text()).doesNotContain("components", "details", "jdbc", "version");
        for (String path : List.of(
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/prometheus",
                "/actuator/health/db",
                "/actuator/mappings",
                "/v3/api-docs",
                "/swagger-ui.html",
                "/assets/genjin.js.map",
                "/assets/",
                "/webjars/",
                "/WEB-INF/web.xml",
                "/application.yaml")) {
            assertThat(stranger.get(path).status()).as(path).isIn(302, 401, 403, 404);
            assertThat(li.get(path).status()).as(path).isIn(302, 401, 403, 404);
        }
    }
}
