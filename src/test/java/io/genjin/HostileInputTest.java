package io.genjin;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent, the answer is a clear no and never a defect (S-R35 and following). */
@GenjinTest
class HostileInputTest {

    private static final List<Object> NASTY = List.of(
            "",
            " ",
            "\u0000",
            "'; drop table prospect; --",
            "<script>alert(1)</script>",
            "=1+1",
            "x".repeat(20_000),
            "\uD800",
            "👨‍👩‍👧",
            "-1",
            "99999999999999999999",
            "2026-02-30",
            "0000-00-00",
            "+999999999-12-31",
            -1,
            1e308,
            true,
            List.of(),
            List.of("H", "H"),
            Map.of("a", "b"),
            "NULL");

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @LocalServerPort
    int port;

    private static Map<String, Object> goodCard(Random random) {
        Map<String, Object> card = new HashMap<>();
        card.put("customerName", "张伟");
        card.put("mobile", "137" + (10_000_000 + random.nextInt(80_000_000)));
        card.put("source", "INBOUND_CALL");
        card.put("sourceDetail", "电话");
        card.put("grade", "B");
        card.put("gradeEvidence", List.of("CONFIDENCE", "NEED"));
        card.put("nextFollowUpDate", "2026-03-04");
        card.put("nextFollowUpReason", "ROUTINE");
        card.put("expectedPurchaseDate", "2026-03-20");
        card.put("budget", 180000);
        card.put("intentModels", List.of("朗逸"));
        card.put("receivedAt", "2026-03-02T08:00:00+08:00");
        return card;
    }

    @RepeatedTest(8)
    @DisplayName("fields of every kind of wrong are refused at their place, in every creating call")
    void wrongFields(RepetitionInfo repetition) {
        Random random = new Random(7_000 + repetition.getCurrentRepetition());
        clock.set("2026-03-02T09:00");
        TestStores.Store store = stores.found();
        Api li = Api.as(store.li().username(), port);
        Api wu = Api.as(store.wu().username(), port);
        String prospect = li.post("/api/v1/prospects", goodCard(random)).text("/id");
        Map<String, Object> contact = new HashMap<>(Map.of(
                "way",
                "PHONE",
                "outcome",
                "REACHED",
                "content",
                "好",
                "nextDate",
                "2026-03-05",
                "nextReason",
                "ROUTINE"));
        contact.put("happenedAt", "2026-03-02T08:30:00+08:00");
        contact.put("gradeAfter", "B");
        Map<String, Object> lead = new HashMap<>(Map.of("source", "HQ_ALLOCATED", "customerName", "陈静"));
        lead.put("mobile", "13600000001");
        lead.put("externalId", "x-1");
        lead.put("receivedAt", "2026-03-02T08:00:00+08:00");
        lead.put("comments", "好");
        Api chen = Api.as(store.chen().username(), port);
        Api zhou = Api.as(store.zhou().username(), port);
        Map<String, Object> quote = new HashMap<>(Map.of(
                "model",
                "途观L",
                "trim",
                "330TSI",
                "colour",
                "白",
                "interior",
                "黑",
                "listPrice",
                "200000",
                "discount",
                "500"));
        quote.put("tradeInValue", "1000");
        quote.put("validUntil", "2026-03-09");
        quote.put("items", List.of(Map.of("kind", "GIFT", "what", "脚垫", "amount", "680")));
        String offered =
                li.post("/api/v1/prospects/" + prospect + "/quotes", quote).text("/id");
        Map<String, Object> order = new HashMap<>(Map.of(
                "quotationId",
                offered,
                "quotationVersion",
                1,
                "buyerName",
                "张伟",
                "buyerIdType",
                "ID_CARD",
                "buyerIdNo",
                "310115198803020013",
                "depositType",
                "EARNEST",
                "deposit",
                "5000",
                "paymentWay",
                "LOAN",
                "loanAmount",
                "100000",
                "promisedDelivery",
                "2026-03-20"));
        Map<String, Object> cancellation = new HashMap<>(
                Map.of("reason", "OTHER", "words", "改主意", "refund", "0", "grade", "N", "nextDate", "2026-03-05"));
        cancellation.put("nextReason", "OTHER");
        cancellation.put("nextNote", "再看");
        Map<String, Object> limits = new HashMap<>(Map.of(
                "model", "途观L", "unit", "PERCENT", "consultant", "1", "showroomManager", "2", "salesManager", "3"));
        limits.put("validFrom", "2026-03-03");
        for (int turn = 0; turn < 25; turn++) {
            attack(li, "POST", "/api/v1/prospects", goodCard(random), random);
            attack(li, "PATCH", "/api/v1/prospects/" + prospect, goodCard(random), random);
            attack(li, "POST", "/api/v1/prospects/" + prospect + "/follow-ups", contact, random);
            attack(
                    li,
                    "POST",
                    "/api/v1/prospects/" + prospect + "/reschedules",
                    Map.of("nextDate", "2026-03-05", "reason", "x"),
                    random);
            attack(
                    li,
                    "POST",
                    "/api/v1/prospects/" + prospect + "/grade-changes",
                    Map.of("grade", "C", "evidence", List.of("NEED"), "reason", "x"),
                    random);
            attack(wu, "POST", "/api/v1/leads", lead, random);
            if (turn >= 8) {
                continue;
            }
            attack(li, "POST", "/api/v1/prospects/" + prospect + "/quotes", quote, random);
            attack(li, "PUT", "/api/v1/quotes/" + offered, quote, random);
            attack(li, "POST", "/api/v1/prospects/" + prospect + "/orders", order, random);
            attack(chen, "POST", "/api/v1/orders/" + offered + "/cancellation", cancellation, random);
            attack(zhou, "POST", "/api/v1/price-limits", limits, random);
        }
    }

    private static void attack(Api who, String method, String path, Map<String, Object> good, Random random) {
        Map<String, Object> body = new HashMap<>(good);
        List<String> names = new ArrayList<>(body.keySet());
        for (int count = 0; count <= random.nextInt(2); count++) {
            body.put(names.get(random.nextInt(names.size())), NASTY.get(random.nextInt(NASTY.size())));
        }
        Api.Answer answer = who.send(method, path, body, Map.of("If-Match", "\"1\""));
        assertThat(answer.status()).as("%s %s %s", method, path, body).isBetween(200, 499);
        if (answer.status() >= 400) {
            assertThat(answer.header("Content-Type")).as("%s", body).startsWith("application/problem+json");
            assertThat(answer.text("/detail")).isNotBlank();
        }
    }

    @Test
    @DisplayName("bodies that are no JSON, unknown fields, and addresses that are none")
    void broken() {
        clock.set("2026-03-02T09:00");
        Api li = Api.as(stores.found().li().username(), port);
        for (String body : List.of("", "{", "[]", "null", "\"x\"", "{\"a\":", "[".repeat(5_000), "{\"id\":\"x\"}")) {
            assertThat(li.send("POST", "/api/v1/prospects", body, Map.of()).status())
                    .as(body.substring(0, Math.min(20, body.length())))
                    .isBetween(400, 499);
        }
        for (String path : List.of(
                "/api/v1/prospects/x",
                "/api/v1/prospects/00000000-0000-0000-0000-000000000000",
                "/api/v1/prospects?limit=x",
                "/api/v1/prospects?limit=0",
                "/api/v1/prospects?cursor=%00",
                "/api/v1/prospects?cursor=zzzz",
                "/api/v1/prospects?grade=Z",
                "/api/v1/prospects?due=never",
                "/api/v1/prospects?owner=nobody",
                "/api/v1/worklist?date=heute",
                "/api/v1/worklist?date=%2B999999999-12-31",
                "/api/v1/worklist?consultant=nobody",
                "/api/v1/reports/daily?date=x",
                "/api/v1/reports/daily?date=%2B999999999-12-31",
                "/api/v1/worklist.xlsx?date=0001-01-01",
                "/api/v1/orders?which=none",
                "/api/v1/orders?limit=x",
                "/api/v1/orders?cursor=%00",
                "/api/v1/orders/x",
                "/api/v1/quotes/x",
                "/api/v1/nothing")) {
            assertThat(li.get(path).status()).as(path).isBetween(400, 499);
        }
        assertThat(li.get("/api/v1/prospects?q=%25%27%5C").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("fields that are not the sender's to set are refused, never applied")
    void massAssignment() {
        clock.set("2026-03-02T09:00");
        TestStores.Store store = stores.found();
        Api li = Api.as(store.li().username(), port);
        Map<String, Object> card = goodCard(new Random(5));
        card.put("owner", store.wang().username());
        card.put("status", "DELIVERED");
        Api.Answer answer = li.post("/api/v1/prospects", card);
        assertThat(answer.status()).isEqualTo(422);
        card.remove("status");
        Api.Answer opened = li.post("/api/v1/prospects", card);
        assertThat(opened.text("/owner/username")).isEqualTo(store.li().username());
    }
}
