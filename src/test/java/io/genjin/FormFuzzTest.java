package io.genjin;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import io.genjin.testing.ApiDocument;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.PlainBrowser;
import io.genjin.testing.TestStores;
import io.genjin.testing.WildForms;
import io.genjin.testing.WildRequests;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every form of every page, filled in well and badly (S-R35, S-R37, S-R38, S-R47, S-R49): no defect, no answer but those that
 * a person can do something with, and nothing that was typed is lost. Every sixth form badly, which ones says the seed;
 * {@code -Dgenjin.long=true} fills in all of them, well too, forty times as often.
 */
@GenjinTest
class FormFuzzTest {

    private static final boolean LONG = Boolean.getBoolean("genjin.long");
    private static final int ROUNDS = LONG ? 40 : 1;
    private static final int SHARES = LONG ? 1 : 6;
    private static final List<String> PLACES = List.of("", "/new", "/edit");
    private static final Set<Integer> ANSWERS = Set.of(200, 302, 303, 403, 404, 409, 412, 413, 415, 422);

    /** What a person who asks forty times may be told besides: wait a while. */
    private static final int TOO_OFTEN = 429;

    /** Forms left alone: each has tests of its own. */
    private static final Map<String, String> LEFT_ALONE = Map.of(
            "/sign-in", "counts wrong names against the address, for everybody's sake",
            "/sign-in/code", "belongs to somebody who is not signed in yet",
            "/sign-in/kept", "signs in anew",
            "/set-up", "founds the house",
            "/error", "is no form",
            "/account/second-factor",
                    "begins a second factor, which whoever walks here could not answer at the next door",
            "/account/second-factor/confirmation", "counts wrong codes against the account",
            "/account/second-factor/recovery-codes", "counts wrong codes against the account",
            "/account/second-factor/end", "counts wrong codes against the account",
            "/door-rules", "may ask a second factor of all managers at once, also of whoever walks here");

    private static final List<byte[]> FILES = List.of(
            new byte[0],
            "\u0000\u0001".getBytes(StandardCharsets.UTF_8),
            "GIF89a<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
            "\u0089PNG\r\n\u001a\n<html>".getBytes(StandardCharsets.ISO_8859_1),
            "PK\u0003\u0004<html>".getBytes(StandardCharsets.ISO_8859_1),
            "姓名,手机\n张伟,13700000009\n".getBytes(StandardCharsets.UTF_8),
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><svg>&b;</svg>"
                    .getBytes(StandardCharsets.UTF_8));

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @LocalServerPort
    int port;

    private final Map<String, String> breaches = new TreeMap<>();
    private final TreeSet<Integer> statuses = new TreeSet<>();
    private final Map<String, Method> forms = new TreeMap<>();
    private final Set<String> pages = new TreeSet<>();
    private WildRequests requests;
    private WildForms wild;
    private PlainBrowser everybody;
    private PlainBrowser hq;

    @Test
    @DisplayName(
            "S-R35: every form, filled in well and badly, is answered, never with a defect, and loses nothing typed")
    void no_form_breaks() {
        clock.set("2026-03-04T10:00");
        long seed = Long.getLong("genjin.seed", LONG ? 700 : 1);
        routes((int) Math.floorMod(seed, (long) SHARES));
        for (int round = 0; round < ROUNDS; round++) {
            if (round % 8 == 0) {
                open(seed + round);
            }
            pages.forEach(this::look);
            forms.forEach((route, behind) -> {
                if (LONG) {
                    fill(route, behind, false);
                }
                fill(route, behind, true);
            });
            for (PlainBrowser one : List.of(everybody, hq)) {
                assertThat(one.get("/account").uri().getPath())
                        .as("whoever fills in forms is signed in to the end")
                        .isEqualTo("/account");
            }
        }
        assertThat(wild.known()).as("forms that pages showed").isGreaterThan(LONG ? 60 : 5);
        assertThat(statuses).as("good answers and refusals were met").contains(302, 404, 422);
        assertThat(breaches.values()).as("what went wrong, seed %s", seed).isEmpty();
    }

    private void routes(int share) {
        mappings.getHandlerMethods()
                .forEach((info, handler) -> info.getPatternValues().forEach(route -> {
                    boolean page = !route.startsWith("/api/") && !LEFT_ALONE.containsKey(route);
                    if (page && info.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
                        forms.put(route, handler.getMethod());
                    } else if (page && info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                        pages.add(route);
                    }
                }));
        List<String> all = List.copyOf(forms.keySet());
        forms.keySet().removeIf(route -> all.indexOf(route) % SHARES != share);
        Set<String> needed = new TreeSet<>();
        forms.keySet().forEach(form -> PLACES.forEach(place -> needed.add(pageOf(form) + place)));
        pages.removeIf(page -> SHARES > 1 && !needed.contains(page));
    }

    /** The page that a form stands on: at its own address, or at the nearest above it. */
    private String pageOf(String form) {
        String page = form;
        while (!page.isEmpty() && !pages.contains(page)) {
            page = page.substring(0, page.lastIndexOf('/'));
        }
        return page;
    }

    /** A new dealership whose people have done a little of everything. */
    private void open(long seed) {
        TestStores.Store store = stores.found();
        StaffMember all = stores.member(
                store.dealership(),
                "all",
                "许多",
                Role.SALES_CONSULTANT,
                Role.SHOWROOM_MANAGER,
                Role.SALES_MANAGER,
                Role.CUSTOMER_ADMINISTRATOR,
                Role.HQ_LEAD_RESPONSIBLE,
                Role.RECEPTIONIST,
                Role.TEST_DRIVE_SPECIALIST,
                Role.CUSTOMER_RELATIONS,
                Role.GENERAL_MANAGER,
                Role.SYSTEM_ADMINISTRATOR,
                Role.PDI_TECHNICIAN,
                Role.CASHIER);
        everybody = PlainBrowser.of(all.username(), port);
        hq = PlainBrowser.of(
                stores.member(store.dealership(), "hq", "总部", Role.HQ).username(), port);
        everybody.get("/account");
        hq.get("/account");
        ApiDocument document =
                new ApiDocument(Api.stranger(port).get("/api/openapi.json").json());
        requests = new WildRequests(
                document,
                seed,
                LocalDate.of(2026, 3, 4),
                List.of(store.li().username(), store.wang().username()));
        requests.spare(all.id().toString());
        wild = new WildForms(requests, forms.keySet());
        Api api = Api.as(all.username(), port);
        for (int count = 0; count < 3; count++) {
            requests.learn("/api/v1/prospects", api.post("/api/v1/prospects", card(count)));
        }
        for (ApiDocument.Operation call : document.operations()) {
            if (call.method().equals("POST")
                    && !call.takesFiles()
                    && !call.path().equals("/api/v1/tokens")) {
                String address = requests.address(call, false);
                Object body = call.body().isMissingNode() ? "{}" : requests.body(call.body());
                requests.learn(address, api.send("POST", address, body == null ? "{}" : body, Map.of()));
            }
        }
    }

    private static Map<String, Object> card(int count) {
        Map<String, Object> card = new HashMap<>();
        card.put("customerName", "张伟");
        card.put("mobile", "1370000000" + count);
        card.put("source", "INBOUND_CALL");
        card.put("grade", "B");
        card.put("gradeEvidence", List.of("CONFIDENCE", "NEED"));
        card.put("nextFollowUpDate", "2026-03-06");
        card.put("nextFollowUpReason", "ROUTINE");
        return card;
    }

    private void look(String route) {
        HttpResponse<String> page = everybody.get(requests.path(route, requests.chance(0.1)));
        if (page.statusCode() >= 500) {
            breach(route, "a defect", page.uri().toString());
        }
        if (page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            wild.learn(page(page));
        }
    }

    private void fill(String route, Method behind, boolean badly) {
        WildForms.Filled form = wild.filled(route, behind, badly);
        HttpResponse<String> answer = send(everybody, form);
        if (answer.statusCode() == 403) {
            answer = send(hq, form);
        }
        int status = answer.statusCode();
        statuses.add(status);
        boolean noAddress = status == 400 && form.path().matches(".*(//|%|/$).*");
        boolean tooOften = LONG && status == TOO_OFTEN;
        if (!ANSWERS.contains(status) && !noAddress && !tooOften) {
            breach(route, "answered " + status, form.toString());
        }
        if (status == 422) {
            Set<String> lost = WildForms.lost(form, page(answer));
            if (!lost.isEmpty()) {
                breach(route, "lost " + lost, form.toString());
            }
        }
        String next = answer.headers().firstValue("Location").orElse("").replaceAll("^https?://[^/]+", "");
        if (next.startsWith("/sign-in")) {
            breach(route, "put out who filled it in", form.toString());
        }
        if (status < 400 && !next.isEmpty() && requests.chance(LONG ? 1 : 0.3)) {
            HttpResponse<String> after = everybody.get(next);
            if (after.statusCode() >= 500) {
                breach(route, "left a page that cannot be shown: " + next, form.toString());
            }
        }
    }

    /** The parser takes the last mark of all for the end of the page. */
    private static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body().replace('\uFFFF', '\uFFFD'));
    }

    private HttpResponse<String> send(PlainBrowser by, WildForms.Filled form) {
        if (form.file().isEmpty()) {
            return by.send(form.path(), form.fields());
        }
        String name = requests.chance(0.5) ? "a.xlsx" : "..%2Fa.png.exe";
        return by.send(form.path(), form.fields(), form.file(), name, requests.pick(FILES));
    }

    private void breach(String route, String what, String sent) {
        breaches.putIfAbsent(
                route + " " + what.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|\\d{5,}", "#"),
                "POST " + route + " " + what + " (" + sent + ")");
    }
}
